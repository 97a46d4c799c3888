import { maxPageLimit } from '@telecrm/sandbox/adapter';
import { useState } from 'preact/hooks';
import { listIngestions } from '../api/insight.ts';
import type { Ingestion } from '../api/types.ts';
import { drainWorkspace } from '../api/workspaces.ts';
import { useLive } from '../live/use-live.ts';
import { asyncCurl } from '../overview/curl.ts';
import { knownTokens } from '../overview/known-tokens.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { ListPage, Loading, pageStep } from '../ui/list-page.tsx';
import { useAction } from '../ui/use-action.ts';
import { IngestionItem } from './ingestion-item.tsx';

interface IngestionListProps {
  readonly enterpriseId: string;
  /** The ID of the ingestion to show. */
  readonly item: string | undefined;
  onChange(): Promise<void>;
}

/** The requests to the Async API with their outcomes. */
export function IngestionList({ enterpriseId, item, onChange }: IngestionListProps) {
  const [limit, setLimit] = useState(item === undefined ? pageStep : maxPageLimit);
  const [onlyDropped, setOnlyDropped] = useState(false);
  const {
    data,
    problem: loadProblem,
    refresh,
  } = useLive(() => listIngestions(enterpriseId, limit), `ingestions ${enterpriseId}`, limit);
  const { busy, problem, run } = useAction();
  if (data === undefined) return <Loading problem={loadProblem} />;
  if (data.total_count === 0) {
    return (
      <div class="notice">
        <p>Nothing was sent to the Async API yet. Queue a lead:</p>
        <CodeBlock text={asyncCurl(enterpriseId, knownTokens(enterpriseId))} what="Async call" />
      </div>
    );
  }
  const drain = () =>
    run(async () => {
      await drainWorkspace(enterpriseId);
      await Promise.all([refresh(), onChange()]);
    }, 'The queue is empty');
  const shown = data.data.filter((one) => !onlyDropped || one.remarks.length > 0);
  return (
    <>
      <div class="tools">
        <label class="check">
          <input
            type="checkbox"
            checked={onlyDropped}
            onChange={(event) => setOnlyDropped(event.currentTarget.checked)}
          />
          Only with dropped parts
        </label>
        {data.data.some(isQueued) && (
          <button type="button" disabled={busy} onClick={drain}>
            Process the queue now
          </button>
        )}
      </div>
      <p class="error" role="alert">
        {problem}
      </p>
      <ListPage
        {...{ page: data, shown: shown.length, what: 'ingestions' }}
        onMore={() => setLimit(limit + pageStep)}
      >
        <ul class="rows">
          {shown.map((ingestion) => (
            <IngestionItem
              key={ingestion.ingestion_id}
              isSelected={ingestion.ingestion_id === item}
              {...{ enterpriseId, ingestion }}
            />
          ))}
        </ul>
      </ListPage>
    </>
  );
}

function isQueued({ state }: Ingestion): boolean {
  return state === 'QUEUED';
}
