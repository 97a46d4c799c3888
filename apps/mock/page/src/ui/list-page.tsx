import { maxPageLimit } from '@telecrm/sandbox/adapter';
import type { ComponentChildren } from 'preact';
import type { PageOf } from '../api/types.ts';

/** The number of entries that each step adds. */
export const pageStep = 50;

interface ListPageProps {
  readonly page: PageOf<unknown>;
  /** The number of displayed entries. */
  readonly shown: number;
  /** The plural name of the entries: `requests`. */
  readonly what: string;
  readonly children: ComponentChildren;
  onMore(): void;
}

/** A list that can be extended, with the total number of entries. */
export function ListPage({ page, shown, what, children, onMore }: ListPageProps) {
  const loaded = page.data.length;
  const all = Math.min(page.total_count, maxPageLimit);
  const hidden = loaded - shown;
  return (
    <>
      <p class="dim found">
        {shown.toLocaleString()} of {page.total_count.toLocaleString()} {what}, newest first
        {hidden > 0 && ` (${hidden.toLocaleString()} filtered out)`}
      </p>
      {children}
      {loaded < all && (
        <button type="button" class="more" onClick={onMore}>
          Show more
        </button>
      )}
    </>
  );
}

/** Shown until the first response, with the reason for the delay if it is known. */
export function Loading({ problem }: { readonly problem: string }) {
  return problem === '' ? <p class="dim">Loading …</p> : <p class="error">{problem}</p>;
}
