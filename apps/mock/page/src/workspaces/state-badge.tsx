import type { WorkspaceSummary } from '../api/types.ts';
import { Badge } from '../ui/badge.tsx';
import { Time } from '../ui/time.tsx';

type StateProps = Partial<Pick<WorkspaceSummary, 'state' | 'expiresOn'>>;

/** Whether a workspace is permanent, and when it expires otherwise. */
export function StateBadge({ state, expiresOn }: StateProps) {
  if (state === 'expired') return <Badge tone="bad">Expired</Badge>;
  return (
    <>
      {state === 'unclaimed' && <Badge tone="warn">Unclaimed</Badge>}
      {typeof expiresOn === 'number' && (
        <span class="dim">
          Expires <Time at={expiresOn} />
        </span>
      )}
    </>
  );
}
