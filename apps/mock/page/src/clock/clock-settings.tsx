import { advanceClock, setClock } from '../api/hosted.ts';
import type { Clock } from '../api/types.ts';
import type { SettingProps } from '../settings/setting.ts';
import { Time } from '../ui/time.tsx';
import { useAction } from '../ui/use-action.ts';
import { AdvanceForm } from './advance-form.tsx';
import { SetForm } from './set-form.tsx';

interface ClockSettingsProps extends SettingProps {
  readonly clock: Clock;
}

/** Shows, sets and advances the clock of a workspace. */
export function ClockSettings({ enterpriseId, clock, onChange }: ClockSettingsProps) {
  const { busy, problem, run } = useAction();
  const change = (work: () => Promise<void>, done: string) =>
    run(async () => {
      await work();
      await onChange();
    }, done);
  const isReal = clock.offsetMs === 0;
  return (
    <section class="card" aria-labelledby="clock">
      <h2 id="clock">Clock</h2>
      <p>
        <Time at={clock.now} isExact />
        <span class="dim">{describeOffset(clock)}</span>
      </p>
      <AdvanceForm
        busy={busy}
        onAdvance={(milliseconds) =>
          change(() => advanceClock(enterpriseId, milliseconds), 'Clock advanced')
        }
      />
      <SetForm
        busy={busy}
        onSet={(setting) => change(() => setClock(enterpriseId, setting), 'Clock set')}
      />
      {!isReal && (
        <button
          type="button"
          class="start"
          disabled={busy}
          onClick={() =>
            change(
              () => setClock(enterpriseId, { time: null, isFixed: false }),
              'Clock returned to real time',
            )
          }
        >
          Return to real time
        </button>
      )}
      <p class="error" role="alert">
        {problem}
      </p>
    </section>
  );
}

function describeOffset({ offsetMs }: Clock): string {
  if (offsetMs === null) return ', stopped';
  return offsetMs === 0 ? ', real time' : ', not real time';
}
