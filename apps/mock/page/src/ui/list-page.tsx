import type { ComponentChildren } from 'preact';
import type { PageOf } from '../api/types.ts';

/** How many entries come at once, and how many at most. */
export const pageStep = 50;
const pageLimit = 1000;

interface ListPageProps {
  readonly page: PageOf<unknown>;
  /** How many of the page are shown. */
  readonly shown: number;
  /** What there are: `requests`. */
  readonly what: string;
  readonly children: ComponentChildren;
  onMore(): void;
}

/** A list that grows on demand, with how much there is in all. */
export function ListPage({ page, shown, what, children, onMore }: ListPageProps) {
  const loaded = page.data.length;
  const all = Math.min(page.total_count, pageLimit);
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

/** What is shown until the first answer: why there is none yet, if that is known. */
export function Loading({ problem }: { readonly problem: string }) {
  return problem === '' ? <p class="dim">Loading …</p> : <p class="error">{problem}</p>;
}
