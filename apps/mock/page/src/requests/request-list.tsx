import { useState } from 'preact/hooks';
import { listIngestions, listRequests } from '../api/insight.ts';
import { useLive } from '../live/use-live.ts';
import { ListPage, Loading, pageStep } from '../ui/list-page.tsx';
import { RequestItem } from './request-item.tsx';
import { hasProblem, toShown } from './request-problems.ts';

/** The last requests to a workspace. */
export function RequestList({ enterpriseId }: { readonly enterpriseId: string }) {
  const [limit, setLimit] = useState(pageStep);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const { data, problem } = useLive(
    () => load(enterpriseId, limit),
    `requests ${enterpriseId}`,
    limit,
  );
  if (data === undefined) return <Loading problem={problem} />;
  const { requests, ingestions } = data;
  if (requests.total_count === 0) {
    return (
      <p class="notice">
        No calls yet. Each call of either API shows up here, with what was sent and what was
        dropped.
      </p>
    );
  }
  const all = toShown(requests.data, ingestions.data);
  const shown = onlyProblems ? all.filter(hasProblem) : all;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={onlyProblems}
          onChange={(event) => setOnlyProblems(event.currentTarget.checked)}
        />
        Only with problems
      </label>
      <ListPage
        {...{ page: requests, shown: shown.length, what: 'requests' }}
        onMore={() => setLimit(limit + pageStep)}
      >
        <ul class="rows">
          {shown.map((one) => (
            <RequestItem key={one.key} enterpriseId={enterpriseId} shown={one} />
          ))}
        </ul>
      </ListPage>
    </>
  );
}

/** The requests, with the ingestions that they have queued. */
async function load(enterpriseId: string, limit: number) {
  const requests = await listRequests(enterpriseId, limit);
  const hasQueued = requests.data.some(({ ingestionId }) => ingestionId !== null);
  const ingestions = hasQueued
    ? await listIngestions(enterpriseId, limit)
    : { data: [], total_count: 0 };
  return { requests, ingestions };
}
