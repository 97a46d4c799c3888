import { isObject, type JsonObject, objectsOf, textOf } from '../json/json.ts';
import { compareText, standardFields } from '../workspace-file/lead-fields.ts';

/** The keys that telecrm adds next to the fields of leads. */
const systemFields = ['created_on', 'modified_on'];

/**
 * Converts the lead fields of a response to the form of the workspace file. Standard fields without changes are
 * omitted.
 */
export function leadFieldsOf(response: unknown): JsonObject[] {
  return objectsOf(response)
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
export function customActionOf(response: JsonObject): JsonObject {
  const fields = isObject(response.fieldSchema) ? Object.entries(response.fieldSchema) : [];
  const description = textOf(response.description);
  const icon = textOf(response.icon);
  return {
    code: response.code,
    displayName: textOf(response.displayName) ?? response.code,
    ...(description && { description }),
    ...(icon && { icon }),
    ...(typeof response.score === 'number' && { score: response.score }),
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
