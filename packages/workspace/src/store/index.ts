export { createMemoryStore } from './memory.ts';
export {
  type ActionQuery,
  comparable,
  type FieldCondition,
  type LeadQuery,
  type Span,
} from './query.ts';
export type {
  ActionRecord,
  FieldChange,
  Found,
  LeadRecord,
  Page,
  StoredFields,
  WorkspaceStore,
} from './store.ts';
