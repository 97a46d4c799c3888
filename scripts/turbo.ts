import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** A run of turbo that has been started. */
export type TurboRun = {
  /** Resolves when turbo is done, with its exit code and, if it was quiet, with what it said. */
  done: Promise<{ exitCode: number; said: string }>;
  /** Asks turbo to end its tasks and itself. */
  stop(): void;
};

/** Starts `turbo run`; a quiet run keeps its words to itself until it is done. */
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
  const said = Promise.all([child.stdout, child.stderr].map((stream) => stream && text(stream)));
  return {
    done: Promise.all([exitCode, said]).then(([code, parts]) => ({
      exitCode: code,
      said: parts.join(''),
    })),
    stop: () => child.kill('SIGTERM'),
  };
}
