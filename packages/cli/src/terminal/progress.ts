import { printable } from './printable.ts';
import type { Terminal } from './terminal.ts';

/** Shows the progress of a command: one changing line in a terminal, otherwise a JSON line at intervals. */
export interface Progress {
  /** @param data The same progress for programs, as one flat object. */
  update(text: string, data: object): void;
  /** Removes the line from the terminal. */
  end(): void;
}

/** Frequent in a terminal, infrequent in a log. */
const everyMs = { screen: 100, log: 5000 };

export function createProgress(
  { stderr, env }: Terminal,
  now: () => number = performance.now.bind(performance),
): Progress {
  const onScreen = stderr.isTTY === true && env.TERM !== 'dumb';
  let last = onScreen ? Number.NEGATIVE_INFINITY : now();
  let shown = false;
  return {
    update(text, data) {
      const time = now();
      if (time - last < (onScreen ? everyMs.screen : everyMs.log)) return;
      last = time;
      if (!onScreen) {
        stderr.write(`${JSON.stringify({ event: 'progress', ...data })}\n`);
        return;
      }
      shown = true;
      const line = printable(text).replaceAll('\n', ' ');
      stderr.write(`\r\u001b[2K${line.slice(0, Math.max(10, (stderr.columns ?? 80) - 1))}`);
    },
    end() {
      if (shown) stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
