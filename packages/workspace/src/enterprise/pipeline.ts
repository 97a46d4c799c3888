import type { Pipeline } from '../definition/index.ts';
import { done, type Result } from '../result.ts';
import type { Room } from '../room.ts';

/** The pipeline in its documented shape; a flat one with `statuses` has been seen live. */
export async function getLeadStagePipeline({ definition }: Room): Promise<Result<Pipeline>> {
  return done(structuredClone(definition.pipeline));
}
