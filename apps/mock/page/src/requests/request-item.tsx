import { OutcomeBadge } from '../ingestions/outcome-badge.tsx';
import { linkTo } from '../route/route.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { formatJson } from '../ui/json.ts';
import { Remarks, WithCode } from '../ui/remarks.tsx';
import { Time } from '../ui/time.tsx';
import { requestPath } from './request-path.ts';
import { droppedOf, otherViolations, type ShownRequest } from './request-problems.ts';

interface RequestItemProps {
  readonly enterpriseId: string;
  readonly shown: ShownRequest;
}

/** A request: its status, the dropped parts with reasons, and, when opened, its body. */
export function RequestItem({ enterpriseId, shown }: RequestItemProps) {
  const { request, ingestion } = shown;
  const { status, error, operation, method, fault, sent, ingestionId } = request;
  const dropped = droppedOf(shown);
  const violations = otherViolations(shown);
  const body = ingestion?.request ?? sent?.body;
  return (
    <li class="row">
      <div class="row-head">
        <Badge tone={toneOf(status)}>{status ?? 'CUT'}</Badge>
        <span class="call">
          <span class="method">{method}</span> <code>{requestPath(request)}</code>
        </span>
        {error !== null && <Badge tone="quiet">{error}</Badge>}
        {ingestion && <OutcomeBadge ingestion={ingestion} />}
        {fault && <Badge tone="warn">Fault</Badge>}
        {dropped.length > 0 && <Badge tone="warn">{dropped.length} dropped</Badge>}
        <span class="row-end">
          {ingestionId === null ? (
            <span>{operation ?? 'No operation'}</span>
          ) : (
            <a href={linkTo(enterpriseId, 'ingestions', ingestionId)}>{operation}</a>
          )}
          <span>{request.durationMs.toFixed(1)} ms</span>
          <Time at={request.time} />
        </span>
      </div>
      <Remarks remarks={dropped} isLost={ingestion?.outcome === 'DROPPED'} />
      {violations.length > 0 && (
        <ul class="violations">
          {violations.map((text, index) => (
            <li key={index}>
              <WithCode text={text} />
            </li>
          ))}
        </ul>
      )}
      {body !== undefined && (
        <details>
          <summary>What was sent</summary>
          <CodeBlock text={formatJson(body)} what="body" />
        </details>
      )}
    </li>
  );
}

function toneOf(status: number | null): Tone {
  if (status === null || status >= 500) return 'bad';
  return status >= 400 ? 'warn' : 'good';
}
