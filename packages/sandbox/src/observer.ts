import type { Ingestion, Remark } from '@telecrm/workspace';
import type { ApiName } from './operations/operation.ts';

/** Learns what a sandbox has done, for the metrics of a server in front of it. */
export interface SandboxObserver {
  /** An ingestion has been processed. */
  ingested(outcome: Ingestion['outcome']): void;
  /** Parts of a request to the Sync API, or of an ingestion, were not stored. */
  dropped(api: ApiName, remarks: readonly Pick<Remark, 'field' | 'remark'>[]): void;
}
