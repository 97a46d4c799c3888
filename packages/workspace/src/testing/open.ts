import { expect } from 'vitest';
import {
  createWorkspace,
  defaultDefinition,
  defaultRecords,
  deterministic,
  type Result,
  resolveDefinition,
  type Workspace,
  type WorkspaceOptions,
} from '../index.ts';

/** The default workspace with its records, the same in every run. */
export async function openDefault(): Promise<Workspace> {
  return createWorkspace({
    definition: defaultDefinition,
    records: defaultRecords,
    ...deterministic(),
  });
}

/** An empty workspace with a partial definition. */
export async function open(
  parts: unknown = {},
  options: WorkspaceOptions = {},
): Promise<Workspace> {
  const resolved = resolveDefinition(parts);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { definition } = resolved;
  return createWorkspace({ definition, ...deterministic(), ...options });
}

/** The data of a result that the test expects to be a success. */
export async function expectSuccess<T>(result: Promise<Result<T>> | Result<T>): Promise<T> {
  const awaited = await result;
  expect(awaited).toMatchObject({ ok: true });
  if (!awaited.ok) throw new Error(awaited.message);
  return awaited.data;
}

/** Creates a lead and returns its ID. */
export async function createdLead(
  { operations }: Workspace,
  fields: object = { phone: '919999999999' },
): Promise<string> {
  return (await expectSuccess(operations.createLead({ body: { fields } }))).lead_id;
}

/** The fields of a lead, as returned by `getLead`. */
export async function fieldsOf(
  { operations }: Workspace,
  leadId: string,
): Promise<Record<string, unknown>> {
  return (await expectSuccess(operations.getLead({ path: { leadId } }))).fields;
}

/** A lead's whole timeline, newest first. */
export async function timelineOf({ operations }: Workspace, leadId: string) {
  const query = { includeActions: true, limit: 100 };
  return (await expectSuccess(operations.getLead({ path: { leadId }, query }))).actions ?? [];
}

/** The text of each remark, by field. */
export function remarksOf({ remarks }: { remarks: readonly { field: string; remark: string }[] }) {
  return Object.fromEntries(remarks.map(({ field, remark }) => [field, remark]));
}
