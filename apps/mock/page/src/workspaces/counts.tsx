import type { WorkspaceSummary } from '../api/types.ts';

type Shown = Pick<WorkspaceSummary, 'leads' | 'ingestions' | 'requests'>;

/** The counts of a workspace. */
export function Counts({ counts }: { readonly counts: Shown }) {
  const { leads, ingestions, requests } = counts;
  return (
    <dl class="counts">
      {Object.entries({ leads, ingestions, requests }).map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  );
}
