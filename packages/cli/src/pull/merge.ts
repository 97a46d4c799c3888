import { availabilityStates } from '@telecrm/workspace';
import { isObject, type JsonObject, objectsOf } from '../json/json.ts';
import type { LiveWorkspace } from './live.ts';

/** The settings that no endpoint returns. */
export interface Settings {
  readonly defaultCountry: string;
  readonly dateFormat: string;
  readonly timeZone: string;
}

/** The current availability of a member changes hourly and is not part of the configuration. */
const availability: readonly unknown[] = availabilityStates;

/**
 * The content of a workspace file after a pull. Parts that the API returns are replaced: a field that it does not list
 * is removed. Parts that it does not return remain as written in the file: settings, seats, descriptions, options of
 * tags.
 *
 * @param file The current content of the file, if it exists.
 */
export function mergeWorkspace(
  file: JsonObject,
  live: LiveWorkspace,
  settings: Settings,
): JsonObject {
  const { enterpriseId, pipeline, teamMembers } = live;
  return {
    ...file,
    ...settings,
    enterpriseId,
    customFields: mergeLists(objectsOf(file.customFields), live.customFields, keyOfField).map(
      (field) => withoutFalse(field, live.customFields),
    ),
    customActions: mergeLists(objectsOf(file.customActions), live.customActions, keyOfAction).map(
      (action, index) => mergeFieldSchema(action, file, live.customActions[index]),
    ),
    pipeline: { ...(isObject(file.pipeline) && file.pipeline), ...pipeline },
    ...(teamMembers && {
      teamMembers: mergeLists(objectsOf(file.teamMembers), teamMembers, keyOfMember).map((member) =>
        keepAvailability(member, objectsOf(file.teamMembers)),
      ),
    }),
  };
}

const keyOfField = ({ apiName }: JsonObject) => String(apiName);
const keyOfAction = ({ code }: JsonObject) => String(code);
const keyOfMember = ({ email }: JsonObject) => String(email).toLowerCase();

/** The live entries in their order; each retains the keys of the file that the live one does not have. */
function mergeLists(
  file: readonly JsonObject[],
  live: readonly JsonObject[],
  keyOf: (entry: JsonObject) => string,
): JsonObject[] {
  const known = new Map(file.map((entry) => [keyOf(entry), entry]));
  return live.map((entry) => ({ ...known.get(keyOf(entry)), ...entry }));
}

/** The API states which field is the identifier, so the flag in the file may be out of date. */
function withoutFalse(field: JsonObject, live: readonly JsonObject[]): JsonObject {
  const { isLeadid, ...others } = field;
  const current = live.find((one) => keyOfField(one) === keyOfField(field));
  return current?.isLeadid === true ? { ...others, isLeadid } : others;
}

function mergeFieldSchema(
  action: JsonObject,
  file: JsonObject,
  live: JsonObject | undefined,
): JsonObject {
  const before = objectsOf(file.customActions).find(
    (known) => keyOfAction(known) === keyOfAction(action),
  );
  const known = isObject(before?.fieldSchema) ? before.fieldSchema : {};
  const fields = isObject(live?.fieldSchema) ? live.fieldSchema : {};
  const merged = Object.entries(fields).map(([apiName, field]) => [
    apiName,
    {
      ...(Object.hasOwn(known, apiName) && isObject(known[apiName]) && known[apiName]),
      ...(isObject(field) && field),
    },
  ]);
  return { ...action, fieldSchema: Object.fromEntries(merged) };
}

function keepAvailability(member: JsonObject, file: readonly JsonObject[]): JsonObject {
  const before = file.find((known) => keyOfMember(known) === keyOfMember(member));
  const same = availability.includes(before?.status) && availability.includes(member.status);
  return same ? { ...member, status: before?.status } : member;
}
