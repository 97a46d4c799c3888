import type { Ingestion as Outcome, Workspace } from '@telecrm/workspace';
import { QuotaError } from '../hosting/quotas/quota-error.ts';
import type { SandboxObserver } from '../observer.ts';
import type { Log } from '../responses/internal-error.ts';
import type { NewIngestion, Processed } from '../storage/ingestions.ts';
import { droppedWith, failedOutcome, requestOf, weightOf } from './ingestion.ts';

/** The estimated memory of parsed JSON, as a multiple of the size of its text. */
export const parsedFactor = 4;

/** The dependencies of processing a body. */
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
    if (error instanceof QuotaError) return droppedWith(error.message);
    const name = error instanceof Error ? error.name : typeof error;
    log(`${name} while processing an ingestion`);
    return failedOutcome;
  });
  observer?.ingested(outcome.outcome);
  observer?.dropped('async', droppedOf(outcome));
  return { outcome, body: requestOf(body), weight: weight + weightOf(outcome) };
}

/** Excludes the remarks about cleared values, which are not a loss. */
function droppedOf({ remarks }: Outcome): Outcome['remarks'] {
  return remarks.filter(({ status }) => status === 'IGNORED');
}
