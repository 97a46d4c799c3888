import type { ComponentChildren } from 'preact';
import { Loading } from './list-page.tsx';

interface EntryListProps<T> {
  /** Undefined until the first response. */
  readonly data: readonly T[] | undefined;
  /** The error of the last call; empty if it succeeded. */
  readonly problem: string;
  /** Shown if there are no entries. */
  readonly none: string;
  children(entries: readonly T[]): ComponentChildren;
}

/** Entries that are loaded all at once. */
export function EntryList<T>({ data, problem, none, children }: EntryListProps<T>) {
  if (data === undefined) return <Loading problem={problem} />;
  if (data.length === 0) return <p class="notice">{none}</p>;
  return <>{children(data)}</>;
}
