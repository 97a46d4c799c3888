import type { WorkspaceContext } from '../context/context.ts';
import type { Pipeline } from '../definition/index.ts';
import { type Result, success } from '../results/result.ts';

/** The pipeline in its documented shape. A flat one with `statuses` has been observed live. */
export async function getLeadStagePipeline({
  definition,
}: WorkspaceContext): Promise<Result<Pipeline>> {
  return success(structuredClone(definition.pipeline));
}
