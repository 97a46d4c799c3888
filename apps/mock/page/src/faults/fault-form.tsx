import { useState } from 'preact/hooks';
import type { Fault } from '../api/types.ts';
import { sandboxFacts } from '../sandbox-facts.ts';

interface FaultFormProps {
  readonly busy: boolean;
  onAdd(fault: Fault): Promise<unknown>;
}

const empty = { operationId: '', kind: '503', times: '1', retryAfterSeconds: '', delayMs: '' };

type Draft = typeof empty;

/** A form for a custom fault. */
export function FaultForm({ busy, onAdd }: FaultFormProps) {
  const [draft, setDraft] = useState(empty);
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onInput({ currentTarget: { value } }: { currentTarget: { value: string } }) {
      setDraft((current) => ({ ...current, [name]: value }));
    },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    void onAdd(faultOf(draft));
  };
  return (
    <form class="fault-form" onSubmit={submit}>
      <label>
        Operation
        <select {...field('operationId')}>
          <option value="">Any</option>
          {sandboxFacts.operations.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <label>
        What happens
        <select {...field('kind')}>
          {['400', '401', '404', '409', '429', '500', '502', '503', '504'].map((status) => (
            <option key={status} value={status}>
              Status {status}
            </option>
          ))}
          <option value="before">Connection closed before processing</option>
          <option value="after">Connection closed after processing</option>
          <option value="late">Only a delay</option>
        </select>
      </label>
      <label>
        Times
        <input {...{ type: 'number', min: 1, placeholder: 'Until removed' }} {...field('times')} />
      </label>
      <label>
        Retry-After (s)
        <input {...{ type: 'number', min: 0 }} {...field('retryAfterSeconds')} />
      </label>
      <label>
        Delay (ms)
        <input
          {...{ type: 'number', min: 0, max: 600_000, required: draft.kind === 'late' }}
          {...field('delayMs')}
        />
      </label>
      <button type="submit" class="primary" disabled={busy}>
        Add fault
      </button>
    </form>
  );
}

function faultOf({ operationId, kind, times, retryAfterSeconds, delayMs }: Draft): Fault {
  return {
    ...(operationId !== '' && { operationId }),
    ...(kind === 'before' || kind === 'after' ? { drop: kind } : {}),
    ...(/^\d+$/.test(kind) && { status: Number(kind) }),
    ...(times !== '' && { times: Number(times) }),
    ...(retryAfterSeconds !== '' && { retryAfterSeconds: Number(retryAfterSeconds) }),
    ...(delayMs !== '' && { delayMs: Number(delayMs) }),
  };
}
