import type { Progress } from '../../terminal/progress.ts';

/** Shows the number of finished rows, the rate and the remaining time. */
export function createRowProgress(
  progress: Progress,
  { phase, total }: { phase: 'checking' | 'sending'; total: number | undefined },
  now: () => number = performance.now.bind(performance),
) {
  const began = now();
  let done = 0;
  return {
    get done() {
      return done;
    },
    next(counts: { readonly failed: number }) {
      done++;
      const seconds = (now() - began) / 1000;
      const rate = seconds > 0 ? done / seconds : 0;
      const left = total === undefined || rate === 0 ? undefined : (total - done) / rate;
      const of = total === undefined ? '' : ` of ${total}`;
      const failed = counts.failed === 0 ? '' : `, ${counts.failed} not sent`;
      const time = left === undefined ? '' : `, ${formatSeconds(left)} left`;
      progress.update(`${phase} ${done}${of} rows${failed}, ${formatRate(rate)}${time}`, {
        ...{ command: 'ingest', phase, done, total, failed: counts.failed },
        ...{ perSecond: Math.round(rate * 10) / 10, secondsLeft: left && Math.round(left) },
      });
    },
  };
}

export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function formatRate(perSecond: number): string {
  return perSecond >= 10 ? `${Math.round(perSecond)}/s` : `${perSecond.toFixed(1)}/s`;
}
