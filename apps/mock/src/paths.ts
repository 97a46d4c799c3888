import type { Complaint } from './complaint.ts';
import type { Operation } from './operations.ts';

export type ReadParams = { params: Record<string, string> } | { complaint: Complaint };

/** The values in the path of a request that has been routed to this operation. */
export function readParams(operation: Operation<string>, pathname: string): ReadParams {
  const template = operation.path.split('/');
  const segments = pathname.split('/');
  const params: Record<string, string> = {};
  for (const [index, step] of template.entries()) {
    const name = parameterName(step);
    if (name === undefined) continue;
    const value = decode(segments[index] ?? '');
    const keyword = value === undefined ? 'encoding' : value.includes('\0') ? 'nul' : undefined;
    if (keyword) return { complaint: { place: ['path', name], keyword, schema: {} } };
    params[name] = value ?? '';
  }
  return { params };
}

/**
 * The path as Prism is to see it: its own, and encoded in full. A comma it would take for a list,
 * and a stray `%` makes it throw.
 */
export function canonicalPath(
  { resource }: Operation<string>,
  params: Record<string, string>,
): string {
  const steps = resource.path.split('/').map((step) => {
    const name = parameterName(step);
    return name === undefined ? step : encodeURIComponent(params[name] ?? '');
  });
  return steps.join('/');
}

/** `leadId` of `{leadId}`, nothing of `lead`. */
export function parameterName(step: string): string | undefined {
  return /^\{(.+)\}$/.exec(step)?.[1];
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
