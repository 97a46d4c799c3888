import { useState } from 'preact/hooks';
import { listAuditEntries } from '../api/partners.ts';
import type { AuditEntry } from '../api/types.ts';
import { useLive } from '../live/use-live.ts';
import { PageLinks } from '../session/page-links.tsx';
import { useSession } from '../session/session.ts';
import { Badge } from '../ui/badge.tsx';
import { ListPage, Loading, pageStep } from '../ui/list-page.tsx';
import { Time } from '../ui/time.tsx';
import { useTitle } from '../ui/use-title.ts';

/** Who changed what, and when. */
export function AuditPage() {
  const [limit, setLimit] = useState(pageStep);
  const { data, problem } = useLive(() => listAuditEntries(limit), 'audit', limit);
  const isAdmin = useSession().access?.role === 'admin';
  useTitle('Audit trail');
  return (
    <main id="main" class="page" tabIndex={-1}>
      <h1>Audit trail</h1>
      <PageLinks current="audit" />
      <p class="dim">
        {isAdmin
          ? 'Every call that may have changed something, and sign-ins that failed.'
          : 'Every call with your key that may have changed something.'}
      </p>
      {data === undefined ? (
        <Loading problem={problem} />
      ) : data.total_count === 0 ? (
        <p class="notice">Nothing has been changed yet.</p>
      ) : (
        <ListPage
          {...{ page: data, shown: data.data.length, what: 'entries' }}
          onMore={() => setLimit(limit + pageStep)}
        >
          <ul class="rows">
            {data.data.map((entry, index) => (
              // New entries are added at the front.
              <AuditItem key={data.total_count - index} entry={entry} />
            ))}
          </ul>
        </ListPage>
      )}
    </main>
  );
}

const actors: Readonly<Record<AuditEntry['actor'], string>> = {
  admin: 'Admin',
  operator: 'Operator',
  partner: 'Partner',
  open: 'Without a key',
  unknown: 'Unknown key',
};

/** A call has no status while it is processed, or if the sandbox ended before it. */
function StatusBadge({ status }: Pick<AuditEntry, 'status'>) {
  if (status === null) return <Badge tone="quiet">no result</Badge>;
  return <Badge tone={status < 400 ? 'good' : 'bad'}>{status}</Badge>;
}

function AuditItem({ entry }: { readonly entry: AuditEntry }) {
  const { time, actor, partnerId, operation, enterpriseId, subject, status } = entry;
  return (
    <li class="row">
      <div class="row-head">
        <StatusBadge status={status} />
        <strong>{operation}</strong>
        {enterpriseId !== null && <code>{enterpriseId}</code>}
        {subject !== null && <code>{subject}</code>}
        <span class="dim">
          {actors[actor]}
          {partnerId !== null && ` ${partnerId}`}
        </span>
        <span class="dim row-end">
          <Time at={time} />
        </span>
      </div>
    </li>
  );
}
