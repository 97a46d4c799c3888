import type { WorkspaceSummary } from '../api/types.ts';
import { linkTo } from '../route/route.ts';
import { useSession } from '../session/session.ts';
import { Badge } from '../ui/badge.tsx';
import { Counts } from './counts.tsx';
import { StateBadge } from './state-badge.tsx';

/** A workspace in the list. */
export function WorkspaceCard({ workspace }: { readonly workspace: WorkspaceSummary }) {
  const { enterpriseId, faults, queued, partnerId } = workspace;
  const { access } = useSession();
  return (
    <li class="card workspace">
      <h2>
        <a href={linkTo(enterpriseId)}>{enterpriseId}</a>
      </h2>
      <p class="badges">
        <StateBadge {...workspace} />
        {faults > 0 && <Badge tone="warn">{plural(faults, 'fault')}</Badge>}
        {queued > 0 && <Badge tone="info">{queued.toLocaleString()} queued</Badge>}
      </p>
      {access?.role === 'admin' && (
        <p class="dim">{partnerId === null ? 'No partner' : `Partner ${partnerId}`}</p>
      )}
      <Counts counts={workspace} />
    </li>
  );
}

function plural(count: number, what: string): string {
  return `${count.toLocaleString()} ${what}${count === 1 ? '' : 's'}`;
}
