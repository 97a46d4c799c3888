import { isObject, type JsonObject } from '../json/json.ts';
import { compareText } from '../workspace-file/lead-fields.ts';

/** The order of keys; others follow by name. */
const order = [
  ...['$schema', 'enterpriseId', 'defaultCountry', 'dateFormat', 'timeZone'],
  ...['apiName', 'code', 'stageid', 'statusid', 'reasonid', 'displayName', 'name', 'email'],
  ...['label', 'reasonLabel', 'type', 'stageType', 'isLeadid', 'isDefault', 'description'],
  ...['icon', 'score', 'color', 'visibility', 'options', 'fieldSchema', 'phone_number', 'status'],
  ...['customFields', 'customActions', 'pipeline', 'teamMembers', 'seats'],
];

/** Serializes a workspace file: the same content becomes the same bytes, whatever the order of its keys. */
export function serializeWorkspace(content: JsonObject): string {
  return `${JSON.stringify(sortKeys(content, rank), null, 2)}\n`;
}

type Compare = (a: string, b: string) => number;

function rank(a: string, b: string): number {
  const [first, second] = [order.indexOf(a), order.indexOf(b)];
  if (first < 0 && second < 0) return compareText(a, b);
  return (first < 0 ? order.length : first) - (second < 0 ? order.length : second);
}

function sortKeys(value: unknown, compare: Compare): unknown {
  if (Array.isArray(value)) return value.map((item) => sortKeys(item, compare));
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort(compare);
  // The keys of a field schema are API names, which have no defined order.
  return Object.fromEntries(
    keys.map((key) => [key, sortKeys(value[key], key === 'fieldSchema' ? compareText : rank)]),
  );
}
