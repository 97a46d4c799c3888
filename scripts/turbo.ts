import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** A started run of turbo. */
export interface TurboRun {
  /** Resolves when turbo has ended, with its exit code and, in quiet mode, its output. */
  done: Promise<{ exitCode: number; output: string }>;
  /** Requests the end of turbo and its tasks. */
  stop(): void;
}

/** Starts `turbo run`. In quiet mode, its output is collected instead of printed. */
export function turbo(args: string[], { quiet = false } = {}): TurboRun {
  const child = spawn('turbo', ['run', ...args], {
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      DO_NOT_TRACK: '1',
    },
  });
  const exitCode = new Promise<number>((resolve, reject) => {
    child.once('error', () => reject(new Error('turbo is not on the path, use the pnpm script')));
    child.once('close', (code) => resolve(code ?? 1));
  });
  const output = Promise.all([child.stdout, child.stderr].map((stream) => stream && text(stream)));
  return {
    done: Promise.all([exitCode, output]).then(([code, parts]) => ({
      exitCode: code,
      output: parts.join(''),
    })),
    stop: () => child.kill('SIGTERM'),
  };
}
