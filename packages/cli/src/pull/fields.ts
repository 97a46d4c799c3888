import { isObject, type JsonObject, objectsOf, textOf } from '../json/json.ts';
import { compareText, standardFields } from '../workspace-file/lead-fields.ts';

/** What telecrm itself puts beside the fields that leads have. */
const systemFields = ['created_on', 'modified_on'];

/** The lead fields of an answer in the form of the workspace file. Standard ones are left out unless they say more. */
export function leadFieldsOf(answer: unknown): JsonObject[] {
  return objectsOf(answer)
    .flatMap((field): JsonObject[] => {
      const apiName = textOf(field.apiName);
      if (apiName === undefined || systemFields.includes(apiName)) return [];
      const description = textOf(field.description);
      const isIdentifier = field.isLeadid === true && apiName !== 'phone';
      const standard = standardFields.get(apiName);
      if (standard && !isIdentifier && description === undefined) return [];
      return [
        {
          apiName,
          type: standard ?? field.type,
          ...(isIdentifier && { isLeadid: true }),
          ...(description && { description }),
          ...optionsOf(standard ? undefined : field.options),
        },
      ];
    })
    .sort((a, b) => compareText(String(a.apiName), String(b.apiName)));
}

/** The custom action of an answer in the form of the workspace file. */
export function customActionOf(answer: JsonObject): JsonObject {
  const fields = isObject(answer.fieldSchema) ? Object.entries(answer.fieldSchema) : [];
  const description = textOf(answer.description);
  const icon = textOf(answer.icon);
  return {
    code: answer.code,
    displayName: textOf(answer.displayName) ?? answer.code,
    ...(description && { description }),
    ...(icon && { icon }),
    ...(typeof answer.score === 'number' && { score: answer.score }),
    fieldSchema: Object.fromEntries(
      fields
        .sort(([a], [b]) => compareText(a, b))
        .map(([apiName, field]) => [
          apiName,
          isObject(field) ? { type: field.type, ...optionsOf(field.options) } : field,
        ]),
    ),
  };
}

/** Options come as labels or, in details, as objects with a label. Their order is the one in which people see them. */
function optionsOf(options: unknown): { options?: string[] } {
  if (!Array.isArray(options)) return {};
  const labels = options.map((option) => textOf(isObject(option) ? option.label : option));
  return { options: [...new Set(labels.filter((label) => label !== undefined))] };
}
