import { isObject, type JsonObject, objectsOf, textOf } from '../json/json.ts';
import { compareText, standardFields } from '../workspace-file/lead-fields.ts';

/** The keys that telecrm adds next to the fields of leads. */
const systemFields = ['created_on', 'modified_on'];

/**
 * Converts the lead fields of a response to the form of the workspace file. Standard fields without changes are
 * omitted.
 */
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

/** Converts a custom action of a response to the form of the workspace file. */
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

/** Options are labels or, in details, objects with a label. Their order is the displayed order. */
function optionsOf(options: unknown): { options?: string[] } {
  if (!Array.isArray(options)) return {};
  const labels = options.map((option) => textOf(isObject(option) ? option.label : option));
  return { options: [...new Set(labels.filter((label) => label !== undefined))] };
}
