import type { Quotas } from '../api/types.ts';

/** The quotas of partners and of their workspaces. */
export function PartnerQuotas({ quotas }: { readonly quotas: Quotas }) {
  return (
    <section class="card" aria-labelledby="quotas">
      <h2 id="quotas">Quotas</h2>
      <p class="dim">
        The same for every partner; <code>--quota NAME=N</code> changes them. What a workspace has
        used is in its settings.
      </p>
      <dl class="counts">
        {Object.entries(quotas).map(([name, quota]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{quota.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
