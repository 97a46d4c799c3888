import { isObject, type JsonObject, textOf } from '../json/json.ts';
import { compareText } from '../workspace-file/lead-fields.ts';

/** Converts a team member to the form of the workspace file. */
export function teamMemberOf(member: JsonObject): JsonObject {
  const license = member.license;
  return {
    name: member.name,
    email: member.email,
    phone_number: String(member.phone_number ?? '').replace(/\D/g, ''),
    status: member.status,
    manager_name: textOf(member.manager_name) ?? null,
    manager_email: textOf(member.manager_email) ?? null,
    permission_template_name: textOf(member.permission_template_name) ?? null,
    license: isObject(license)
      ? {
          status: license.status,
          type: license.type,
          start_date: license.start_date,
          end_date: license.end_date,
        }
      : null,
  };
}

export function sortTeam(members: readonly JsonObject[]): JsonObject[] {
  return members.toSorted((a, b) =>
    compareText(String(a.email).toLowerCase(), String(b.email).toLowerCase()),
  );
}
