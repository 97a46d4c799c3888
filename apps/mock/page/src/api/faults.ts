import { control, dataOf } from './client.ts';
import { ControlError } from './errors.ts';
import type { Fault } from './types.ts';

const path = '/_sandbox/workspaces/{enterpriseId}/faults';
const below = (enterpriseId: string) => ({ params: { path: { enterpriseId } } });

export function listFaults(enterpriseId: string): Promise<Fault[]> {
  return dataOf(control.GET(path, below(enterpriseId)));
}

/** Adds a fault after the current ones, which somebody else may change at the same time. */
export function addFault(enterpriseId: string, body: Fault): Promise<Fault[]> {
  return dataOf(control.POST(path, { ...below(enterpriseId), body }));
}

/** Removes a fault, unless it has been used up or removed meanwhile. */
export async function removeFault(enterpriseId: string, body: Fault): Promise<void> {
  try {
    await dataOf(control.POST(`${path}/remove`, { ...below(enterpriseId), body }));
  } catch (error) {
    if (!(error instanceof ControlError) || error.status !== 404) throw error;
  }
}

export async function clearFaults(enterpriseId: string): Promise<void> {
  await dataOf(control.DELETE(path, below(enterpriseId)));
}
