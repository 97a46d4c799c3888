export { createMemoryStore } from './memory.ts';
export {
  type ActionQuery,
  comparable,
  type FieldCondition,
  type LeadQuery,
  type TimeRange,
} from './query.ts';
export type {
  ActionRecord,
  FieldChange,
  LeadRecord,
  PageRequest,
  PageResult,
  StoredFields,
  WorkspaceStore,
} from './store.ts';
