import MiniSearch from 'minisearch';
import type { SearchRecord } from './records.ts';
import { searchOptions } from './tokens.ts';

/** The index that the browser loads when a reader starts to search. */
export function searchIndex(records: SearchRecord[]): string {
  const index = new MiniSearch<SearchRecord>(searchOptions);
  index.addAll(records);
  return JSON.stringify(index);
}
