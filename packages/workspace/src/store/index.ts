export { yieldToEventLoop } from '../event-loop/yield-to-event-loop.ts';
export { changedAction, changedLead } from './changes.ts';
export { createMemoryStore, type MemoryStore } from './memory/store.ts';
export {
  type ActionQuery,
  comparable,
  createActionMatcher,
  createLeadMatcher,
  type FieldCondition,
  type LeadQuery,
  type TimeRange,
} from './query.ts';
export type {
  ActionChange,
  ActionRecord,
  FieldChange,
  LeadChange,
  LeadRecord,
  MemberRecord,
  StoredFields,
} from './records.ts';
export { readSnapshot, type Snapshot, snapshotOf } from './snapshot.ts';
export type {
  PageRequest,
  PageResult,
  StoreReader,
  StoreTransaction,
  WorkspaceStore,
} from './store.ts';
