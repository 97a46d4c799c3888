import { addFault, clearFaults, listFaults, removeFault } from '../api/faults.ts';
import type { Fault } from '../api/types.ts';
import { useLive } from '../live/use-live.ts';
import { Loading } from '../ui/list-page.tsx';
import { useAction } from '../ui/use-action.ts';
import { describeFault } from './describe-fault.ts';
import { FaultForm } from './fault-form.tsx';
import { presets } from './presets.ts';

interface FaultListProps {
  readonly enterpriseId: string;
  onChange(): Promise<void>;
}

/** The current faults, with presets and a form for new ones. */
export function FaultList({ enterpriseId, onChange }: FaultListProps) {
  const {
    data,
    problem: loadProblem,
    refresh,
  } = useLive(() => listFaults(enterpriseId), `faults ${enterpriseId}`);
  const { busy, problem, run } = useAction();
  const change = (work: () => Promise<unknown>, done: string) =>
    run(async () => {
      await work();
      await Promise.all([refresh(), onChange()]);
    }, done);
  const add = (fault: Fault) => change(() => addFault(enterpriseId, fault), 'Fault added');
  return (
    <>
      <section class="card" aria-labelledby="in-force">
        <h2 id="in-force">Active faults</h2>
        {data === undefined ? (
          <Loading problem={loadProblem} />
        ) : data.length === 0 ? (
          <p class="dim">There are no active faults.</p>
        ) : (
          <>
            <ol class="faults">
              {data.map((fault, index) => (
                <li key={index}>
                  <span>
                    <strong>{fault.operationId ?? 'Any operation'}</strong> {describeFault(fault)}
                  </span>
                  <button
                    type="button"
                    disabled={busy}
                    aria-label={`Remove fault ${index + 1}`}
                    onClick={() => change(() => removeFault(enterpriseId, fault), 'Fault removed')}
                  >
                    Remove
                  </button>
                </li>
              ))}
            </ol>
            <button
              type="button"
              disabled={busy}
              onClick={() => change(() => clearFaults(enterpriseId), 'All faults removed')}
            >
              Remove all
            </button>
          </>
        )}
        <p class="error" role="alert">
          {problem}
        </p>
      </section>
      <section class="card" aria-labelledby="presets">
        <h2 id="presets">Add a fault</h2>
        <div class="buttons">
          {presets.map(({ label, fault }) => (
            <button key={label} type="button" disabled={busy} onClick={() => add(fault)}>
              {label}
            </button>
          ))}
        </div>
        <FaultForm busy={busy} onAdd={add} />
      </section>
    </>
  );
}
