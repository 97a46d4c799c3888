import { isObject, type JsonObject, objectsOf } from '../json/json.ts';
import type { LiveWorkspace } from './live.ts';

/** The settings that no endpoint returns. */
export interface Settings {
  readonly defaultCountry: string;
  readonly dateFormat: string;
  readonly timeZone: string;
}

/** Where a member is today: changed from hour to hour, and no part of how the workspace is set up. */
const availability: readonly unknown[] = ['Active', 'Inactive', 'On Leave', 'Working'];

/**
 * The content of a workspace file after a pull. What the API returns comes from the API: a field that it does not list
 * is gone. What it does not return stays as a person wrote it: settings, seats, descriptions, options of tags.
 *
 * @param file The content of the file as it is, if there is one.
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

/** The live entries in their order; each keeps the keys of the file that the live one does not have. */
function mergeLists(
  file: readonly JsonObject[],
  live: readonly JsonObject[],
  keyOf: (entry: JsonObject) => string,
): JsonObject[] {
  const known = new Map(file.map((entry) => [keyOf(entry), entry]));
  return live.map((entry) => ({ ...known.get(keyOf(entry)), ...entry }));
}

/** The API says which field is the identifier, so that a note of the file may be out of date. */
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
