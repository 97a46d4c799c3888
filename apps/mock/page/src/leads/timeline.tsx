import { listTimeline } from '../api/insight.ts';
import type { TimelineEntry } from '../api/types.ts';
import { useLive } from '../live/use-live.ts';
import { Loading } from '../ui/list-page.tsx';
import { Time } from '../ui/time.tsx';
import { Values } from '../ui/values.tsx';

interface TimelineProps {
  readonly enterpriseId: string;
  readonly leadId: string;
}

/** The timeline of a lead, newest first. */
export function Timeline({ enterpriseId, leadId }: TimelineProps) {
  const { data, problem } = useLive(
    () => listTimeline(enterpriseId, leadId),
    `timeline ${enterpriseId} ${leadId}`,
  );
  if (data === undefined) return <Loading problem={problem} />;
  if (data.total_count === 0) return <p class="dim">Nothing has happened yet.</p>;
  return (
    <ol class="timeline">
      {data.data.map((entry) => (
        <Event key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Event({ entry }: { readonly entry: TimelineEntry }) {
  const { id, type, creationTimestamp, modificationTimestamp, employeeid, ...others } = entry;
  const { fields, ...rest } = others;
  return (
    <li>
      <div class="row-head">
        <strong>{type}</strong>
        {employeeid && <span class="dim">{employeeid}</span>}
        <span class="row-end">
          <Time at={creationTimestamp} />
        </span>
      </div>
      <Values values={{ ...Object(fields), ...rest }} />
    </li>
  );
}
