import { control, dataOf } from './client.ts';
import type { Fault } from './types.ts';

const path = '/_sandbox/workspaces/{enterpriseId}/faults';
const below = (enterpriseId: string) => ({ params: { path: { enterpriseId } } });

export function listFaults(enterpriseId: string): Promise<Fault[]> {
  return dataOf(control.GET(path, below(enterpriseId)));
}

/** Adds a fault after the current ones. */
export async function addFault(enterpriseId: string, fault: Fault): Promise<Fault[]> {
  const body = [...(await listFaults(enterpriseId)), fault];
  return dataOf(control.PUT(path, { ...below(enterpriseId), body }));
}

/** Removes the first fault that is equal except for its remaining count. */
export async function removeFault(enterpriseId: string, fault: Fault): Promise<Fault[]> {
  const all = await listFaults(enterpriseId);
  const index = all.findIndex((one) => isSame(one, fault));
  const body = all.filter((_, at) => at !== index);
  return dataOf(control.PUT(path, { ...below(enterpriseId), body }));
}

export async function clearFaults(enterpriseId: string): Promise<void> {
  await dataOf(control.DELETE(path, below(enterpriseId)));
}

function isSame(one: Fault, other: Fault): boolean {
  return JSON.stringify({ ...one, times: 0 }) === JSON.stringify({ ...other, times: 0 });
}
