import { useEffect, useRef } from 'preact/hooks';
import type { Ingestion } from '../api/types.ts';
import { leadName } from '../leads/lead-name.ts';
import { linkTo } from '../route/route.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { formatJson } from '../ui/json.ts';
import { Remarks } from '../ui/remarks.tsx';
import { Time } from '../ui/time.tsx';
import { entriesOf } from './entries.ts';
import { EntryTable } from './entry-table.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';

interface IngestionItemProps {
  readonly enterpriseId: string;
  readonly ingestion: Ingestion;
  /** Whether the current link refers to it. */
  readonly isSelected: boolean;
}

/** An ingestion: its outcome, the dropped parts with reasons, and, when opened, the outcome of each entry. */
export function IngestionItem({ enterpriseId, ingestion, isSelected }: IngestionItemProps) {
  const { outcome, state, request, remarks, lead_id, received_at } = ingestion;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'center' });
  }, [isSelected]);
  return (
    <li ref={row} class={isSelected ? 'row selected' : 'row'}>
      <div class="row-head">
        <OutcomeBadge ingestion={ingestion} />
        <strong>{leadName(request.fields)}</strong>
        <span class="row-end">
          {lead_id !== null && <a href={linkTo(enterpriseId, 'leads', lead_id)}>Lead {lead_id}</a>}
          <Time at={received_at} />
        </span>
      </div>
      <ActionCount ingestion={ingestion} />
      <Remarks remarks={remarks} isLost={outcome === 'DROPPED'} />
      {state === 'PROCESSED' && (
        <details>
          <summary>Each entry</summary>
          <EntryTable entries={entriesOf(ingestion)} />
        </details>
      )}
      <details>
        <summary>What was sent</summary>
        <CodeBlock text={formatJson(request)} what="body" />
      </details>
    </li>
  );
}

function ActionCount({ ingestion: { actions } }: { readonly ingestion: Ingestion }) {
  if (actions.length === 0) return null;
  const stored = actions.filter(({ status }) => status === 'CREATED').length;
  return (
    <p class="dim">
      {stored} of {actions.length} {actions.length === 1 ? 'action' : 'actions'} stored
    </p>
  );
}
