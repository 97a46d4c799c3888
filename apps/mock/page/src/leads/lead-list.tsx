import { useState } from 'preact/hooks';
import { listLeads } from '../api/insight.ts';
import { useLive } from '../live/use-live.ts';
import { syncCurl } from '../overview/curl.ts';
import { knownTokens } from '../overview/known-tokens.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { ListPage, Loading, pageStep } from '../ui/list-page.tsx';
import { useDebounced } from '../ui/use-debounced.ts';
import { LeadItem } from './lead-item.tsx';

interface LeadListProps {
  readonly enterpriseId: string;
  /** The ID of the lead to show. */
  readonly item: string | undefined;
}

/** The leads of a workspace, with a search by text. */
export function LeadList({ enterpriseId, item = '' }: LeadListProps) {
  const [text, setText] = useState(item);
  const [limit, setLimit] = useState(pageStep);
  const search = useDebounced(text.trim(), 250);
  const { data, problem } = useLive(
    () => listLeads(enterpriseId, { search, limit }),
    `leads ${enterpriseId} ${search}`,
    limit,
  );
  return (
    <>
      <label class="search">
        Search leads
        <input
          {...{ type: 'search', maxLength: 200, placeholder: 'Name, phone, any value or ID' }}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {data === undefined ? (
        <Loading problem={problem} />
      ) : data.total_count > 0 ? (
        <ListPage
          {...{ page: data, shown: data.data.length, what: 'leads' }}
          onMore={() => setLimit(limit + pageStep)}
        >
          <ul class="rows">
            {data.data.map((lead) => (
              <LeadItem key={lead.id} isSelected={lead.id === item} {...{ enterpriseId, lead }} />
            ))}
          </ul>
        </ListPage>
      ) : search !== '' ? (
        <p class="notice">No lead contains this value.</p>
      ) : (
        <div class="notice">
          <p>There are no leads. Create one:</p>
          <CodeBlock text={syncCurl(enterpriseId, knownTokens(enterpriseId))} what="Sync call" />
        </div>
      )}
    </>
  );
}
