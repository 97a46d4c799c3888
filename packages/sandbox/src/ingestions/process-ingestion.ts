import type { Ingestion as Outcome, Workspace } from '@telecrm/workspace';
import type { SandboxObserver } from '../observer.ts';
import type { Log } from '../responses/internal-error.ts';
import type { NewIngestion, Processed } from '../storage/ingestions.ts';
import { failedOutcome, requestOf, weightOf } from './ingestion.ts';

/** How much more memory parsed JSON needs than its text. */
export const parsedFactor = 4;

/** How to process bodies. */
export interface ProcessOptions {
  readonly workspace: Pick<Workspace, 'ingest'>;
  readonly log: Log;
  readonly observer: SandboxObserver | undefined;
}

/** Processes a body. An error of the sandbox itself does not block the queue. */
export async function processIngestion(
  { body, weight }: Pick<NewIngestion, 'body' | 'weight'>,
  { workspace, log, observer }: ProcessOptions,
): Promise<Processed> {
  const outcome = await workspace.ingest(body).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : typeof error;
    log(`${name} while processing an ingestion`);
    return failedOutcome;
  });
  observer?.ingested(outcome.outcome);
  observer?.dropped('async', droppedOf(outcome));
  return { outcome, body: requestOf(body), weight: weight + weightOf(outcome) };
}

/** An empty value of an existing lead clears it, which is not a loss. */
function droppedOf({ remarks }: Outcome): Outcome['remarks'] {
  return remarks.filter(({ status }) => status === 'IGNORED');
}
