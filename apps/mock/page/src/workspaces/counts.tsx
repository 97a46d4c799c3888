import type { WorkspaceSummary } from '../api/types.ts';

/** How much a workspace holds. */
export function Counts({ workspace }: { readonly workspace: WorkspaceSummary }) {
  const { leads, ingestions, requests } = workspace;
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
