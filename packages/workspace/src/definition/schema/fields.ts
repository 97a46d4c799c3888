import * as v from 'valibot';
import { type FieldType, fieldTypeNames, fieldTypeOf } from '../../fields/index.ts';
import { formatList } from '../../text/format.ts';
import { standardFields, systemFieldNames } from '../standard-fields.ts';
import { distinct, object } from './containers.ts';
import { invalid } from './messages.ts';
import { count, description, flag, label, text } from './values.ts';

/** Names are keys of payloads. */
export const apiName = text(100);

/** A field type, in any letter case: responses of telecrm spell it in capitals. */
export const fieldType = v.pipe(
  v.custom<FieldType | Uppercase<FieldType>>(
    (value) => typeof value === 'string' && fieldTypeOf(value) !== undefined,
    invalid(`send a field type: ${formatList(fieldTypeNames, 20)}`),
  ),
  v.metadata({
    title: 'Field type',
    description: 'The type of the values. The letter case does not matter.',
    examples: ['text', 'DROPDOWN'],
  }),
  v.transform((name) => fieldTypeOf(name) ?? 'text'),
);

/** Labels to choose from. */
export const options = v.pipe(
  distinct(label, 1000, (option) => option, 'send each label once'),
  v.metadata({
    title: 'Options',
    description: 'The labels to choose from, of dropdowns and tags.',
    examples: [['Website', 'Referral']],
  }),
);

/** The types whose values can identify leads. */
const identifierTypes: readonly FieldType[] = ['phone', 'email', 'text'];

const customField = v.pipe(
  object('Custom field', {
    apiName: v.pipe(
      apiName,
      v.check(
        (name) => !systemFieldNames.includes(name),
        'is a name that telecrm uses itself: choose another one',
      ),
      v.metadata({
        title: 'API name',
        description: 'The key of the field in payloads. Case matters.',
        examples: ['contact_source'],
      }),
    ),
    type: fieldType,
    options: v.optional(options),
    isLeadid: v.optional(
      v.pipe(
        flag,
        v.metadata({
          title: 'Lead identifier',
          description:
            'Whether this field identifies leads. At most one field has it; without any, it is `phone`.',
        }),
      ),
    ),
    lockAfterCreate: v.optional(
      v.pipe(
        flag,
        v.metadata({
          title: 'Locked after creation',
          description:
            'Whether the field is shown as locked once the lead exists. How telecrm handles a change is not known; the sandbox stores it, unless the variant `enforceLockAfterCreate` is on.',
        }),
      ),
    ),
    maxLength: v.optional(
      v.pipe(
        count,
        v.minValue(1, 'is too small: send at least 1'),
        v.metadata({
          title: 'Maximum length',
          description:
            'The maximum number of characters of a text. A longer value is dropped. By default there is no limit.',
          examples: [500],
        }),
      ),
    ),
    description: v.optional(
      v.pipe(description, v.metadata({ title: 'Description', description: 'A note for people.' })),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['maxLength'], ['type']],
      ({ maxLength, type }) => maxLength === undefined || type === 'text',
      ({ input }) => `cannot be set on a field of type \`${input.type}\`: leave it out`,
    ),
    ['maxLength'],
  ),
  v.forward(
    v.partialCheck(
      [['apiName'], ['type']],
      ({ apiName: name, type }) => (typeOfStandardField(name) ?? type) === type,
      ({ input }) => {
        const { apiName: name } = input;
        return `is not the type of the standard field \`${name}\`: send \`${typeOfStandardField(name)}\`, or choose another apiName`;
      },
    ),
    ['type'],
  ),
  v.forward(
    v.partialCheck(
      [['isLeadid'], ['type']],
      ({ isLeadid, type }) => isLeadid !== true || identifierTypes.includes(type),
      ({ input }) =>
        `cannot be true on a field of type \`${input.type}\`: set it on a field of type ${formatList(identifierTypes)}`,
    ),
    ['isLeadid'],
  ),
);

function typeOfStandardField(name: string): FieldType | undefined {
  return standardFields.find((field) => field.apiName === name)?.type;
}

export const customFields = v.pipe(
  distinct(customField, 500, ({ apiName: name }) => name, 'name each field once'),
  v.check(
    (fields) => fields.filter(({ isLeadid }) => isLeadid).length <= 1,
    'has isLeadid on more than one field: leave it on the one field that identifies leads',
  ),
);
