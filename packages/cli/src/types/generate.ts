import type { ActionDefinition, Definition } from '../workspace-file/definition.ts';
import { compareText, identifierOf, leadFields } from '../workspace-file/lead-fields.ts';
import { dateTextType } from './date-text.ts';
import {
  fieldComment,
  fieldProperties,
  interfaceText,
  optionProperties,
  separate,
  type TypedField,
  unionText,
} from './interfaces.ts';
import { commentText, stringLiteral } from './literal.ts';
import { valueTypes } from './value-types.ts';

const imported = ['NewOption', 'OneOrMany', 'Range', 'StoredLabel', 'WorkspaceTypes'];

/**
 * Generates the types of a workspace as the text of a TypeScript file. The same definition becomes the same bytes
 * everywhere: everything is sorted, and nothing depends on the time, the version or the machine.
 */
export function generateTypes(definition: Definition): string {
  const actions = [...definition.customActions].sort((a, b) =>
    compareText(bareCode(a).padStart(20, '0'), bareCode(b).padStart(20, '0')),
  );
  const body = [
    valueAliases(definition),
    ...leadInterfaces(definition),
    ...actions.flatMap(actionInterfaces),
    workspaceInterface(definition, actions),
  ].join('\n');
  const used = imported.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  return `// Written by \`telecrm types\` from the workspace file. Do not edit.\nimport type { ${used.join(', ')} } from '@telecrm/client';\n\n${body}`;
}

function valueAliases({ dateFormat, pipeline }: Definition): string {
  const labels = (key: 'activeStatuses' | 'archivedStatuses') =>
    pipeline.leadStages.flatMap((stage) => stage[key].map(({ label }) => label));
  const active = labels('activeStatuses');
  const reasons = pipeline.activeLeadLostReasons.map(({ reasonLabel }) => reasonLabel);
  const archivedReasons = pipeline.archivedLeadLostReasons.map(({ reasonLabel }) => reasonLabel);
  const aliases: [name: string, comment: string, type: string][] = [
    ['Status', 'The statuses of the pipeline that a lead can be given.', unionText(active, '  ')],
    [
      'ArchivedStatus',
      'Statuses that only older leads still have.',
      unionText(without(labels('archivedStatuses'), active), '  '),
    ],
    ['LostReason', 'The lost reasons that a lead can be given.', unionText(reasons, '  ')],
    [
      'ArchivedLostReason',
      'Lost reasons that only older leads still have.',
      unionText(without(archivedReasons, reasons), '  '),
    ],
    ['Rating', 'A rating.', '1 | 2 | 3 | 4 | 5'],
    ['Amount', 'An amount of money: digits in a string.', `\`\${number}\``],
    [
      'DateText',
      `A date in the format of the workspace, \`${commentText(dateFormat)}\`.`,
      dateTextType(dateFormat),
    ],
    ['DateInput', 'A date: Unix time in milliseconds, or the text of one.', 'number | DateText'],
  ];
  return aliases
    .map(([name, comment, type]) => `/** ${comment} */\nexport type ${name} =${separate(type)};\n`)
    .join('\n');
}

function without(labels: readonly string[], others: readonly string[]): string[] {
  return labels.filter((label) => !others.includes(label));
}

function leadInterfaces(definition: Definition): string[] {
  const fields: TypedField[] = leadFields(definition);
  const identifier = identifierOf(definition);
  const [identifying] = fields.filter(({ apiName }) => apiName === identifier);
  const type = identifying ? valueTypes(identifying.type, undefined).write : 'string';
  const comment = identifying ? fieldComment(identifying) : '';
  const times = [
    { name: 'created_on', comment: 'When the lead was created.' },
    { name: 'modified_on', comment: 'When the lead was last changed.' },
  ];
  return [
    interfaceText('LeadOptions', 'The known options of lead fields.', optionProperties(fields)),
    interfaceText(
      'LeadFields',
      'The fields of leads.',
      fieldProperties(fields, 'write', 'LeadOptions'),
    ),
    interfaceText(
      'NewLeadFields',
      'The fields of a new lead. The identifier is required.',
      [{ name: identifier, type, optional: false, comment: `${comment} (identifies the lead)` }],
      'LeadFields',
    ),
    interfaceText(
      'LeadChanges',
      'The fields of an update. The identifier cannot be changed.',
      [{ name: identifier, type: 'never', comment: `${comment} (identifies the lead)` }],
      'LeadFields',
    ),
    interfaceText('StoredLeadFields', 'The fields of a lead in a response.', [
      ...times.map((time) => ({ ...time, type: 'number' })),
      ...fieldProperties(fields, 'stored', 'LeadOptions'),
    ]),
    interfaceText('LeadFilter', 'Conditions on the fields of leads.', [
      ...times.map((time) => ({ ...time, type: 'Range<DateInput>' })),
      ...fieldProperties(fields, 'filter', 'LeadOptions'),
    ]),
  ];
}

function actionInterfaces(action: ActionDefinition): string[] {
  const name = `Action${bareCode(action)}`;
  const label = commentText(action.displayName) || `the action ${action.code}`;
  const fields: TypedField[] = Object.entries(action.fieldSchema)
    .map(([apiName, field]) => ({ ...field, apiName }))
    .sort((a, b) => compareText(a.apiName, b.apiName));
  const options = optionProperties(fields);
  return [
    ...(options.length > 0
      ? [interfaceText(`${name}Options`, `The known options of ${label}.`, options)]
      : []),
    interfaceText(
      `${name}Fields`,
      `The fields of ${label}.`,
      fieldProperties(fields, 'write', `${name}Options`),
    ),
    interfaceText(
      `Stored${name}Fields`,
      `The fields of ${label}, as they are read.`,
      fieldProperties(fields, 'stored', `${name}Options`),
    ),
  ];
}

function workspaceInterface(definition: Definition, actions: readonly ActionDefinition[]): string {
  const entries = actions.map((action) => {
    const code = bareCode(action);
    const comment = commentText(action.displayName);
    return `${comment ? `    /** ${comment} */\n` : ''}    '${code}': { fields: Action${code}Fields; stored: StoredAction${code}Fields };\n`;
  });
  return `/** The workspace, for \`createSyncClient<Workspace>()\` and everything else that takes a workspace type. */
export interface Workspace extends WorkspaceTypes {
  identifier: ${stringLiteral(identifierOf(definition))};
  lead: {
    create: NewLeadFields;
    update: LeadChanges;
    stored: StoredLeadFields;
    filter: LeadFilter;
  };
  actions: {\n${entries.join('')}  };
}
`;
}

function bareCode({ code }: ActionDefinition): string {
  return code.replace(/^ACTION_/, '');
}
