import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

function terminal(isTTY: boolean) {
  const stderr = Object.assign(new PassThrough(), { isTTY, columns: 20 });
  const { stdin, stdout } = process;
  const of: Terminal = { stdin, stdout, stderr, env: {}, cwd: '/', signal: AbortSignal.any([]) };
  return { of, written: () => String(stderr.read() ?? '') };
}

it('is one line in a terminal, truncated to its width, and removed at the end', () => {
  let now = 1000;
  const { of, written } = terminal(true);
  const progress = createProgress(of, () => now);
  progress.update('one\u001b[2J', { done: 1 });
  now += 50;
  progress.update('too soon', { done: 2 });
  now += 50;
  progress.update('a line that is longer than the screen', { done: 3 });
  progress.end();
  progress.end();
  expect(written()).toBe('\r\u001b[2Kone\\u{001b}[2J\r\u001b[2Ka line that is long\r\u001b[2K');
});

it('is a JSON line at intervals in a log', () => {
  let now = 1000;
  const { of, written } = terminal(false);
  const progress = createProgress(of, () => now);
  progress.update('one', { done: 1 });
  now += 5000;
  progress.update('two', { done: 2 });
  progress.end();
  expect(written()).toBe('{"event":"progress","done":2}\n');
});
