import type { WorkspaceDetails } from '../api/types.ts';

/** The used part of each quota of a workspace, if it has quotas. */
export function QuotaTable({ details: { usage, quotas } }: { readonly details: WorkspaceDetails }) {
  if (quotas === null) return null;
  const rows = Object.entries(usage).flatMap(([name, used]) => {
    const quota = Object.entries(quotas).find(([key]) => key === name)?.[1];
    return quota === undefined ? [] : [{ name, used, quota }];
  });
  return (
    <section class="card" aria-labelledby="quotas">
      <h2 id="quotas">Quotas</h2>
      <ul class="quotas">
        {rows.map(({ name, used, quota }) => (
          <li key={name}>
            <label for={`quota-${name}`}>{name}</label>
            <meter {...{ id: `quota-${name}`, min: 0, max: quota, value: used }} />
            <span class="dim">
              {format(name, used)} of {format(name, quota)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const megabytes = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 1,
});

function format(name: string, count: number): string {
  return name === 'bytes' ? megabytes.format(count / 1_000_000) : count.toLocaleString();
}
