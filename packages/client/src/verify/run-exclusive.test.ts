import { getEventListeners } from 'node:events';
import { expect, it, vi } from 'vitest';
import { runExclusive } from './run-exclusive.ts';

const { signal } = new AbortController();

/** A task that runs until it is told to end. */
function openTask() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { run: vi.fn(() => promise), end: resolve };
}

/** Lets everything run that is not waiting for a task. */
const settle = () => new Promise((done) => setImmediate(done));

it('tasks of one owner and key run one after another', async () => {
  const owner = {};
  const tasks = [openTask(), openTask(), openTask()];
  const results = tasks.map(({ run }) => runExclusive(owner, 'key', signal, run));
  const running = () => tasks.map(({ run }) => run.mock.calls.length);
  await settle();
  expect(running()).toEqual([1, 0, 0]);
  tasks[0]?.end();
  await settle();
  expect(running()).toEqual([1, 1, 0]);
  tasks[1]?.end();
  tasks[2]?.end();
  await Promise.all(results);
  expect(running()).toEqual([1, 1, 1]);
});

it('a task that is added after the first one ended waits for the second one', async () => {
  const owner = {};
  const [first, second, third] = [openTask(), openTask(), openTask()];
  const results = [first, second].map(({ run }) => runExclusive(owner, 'key', signal, run));
  first.end();
  await settle();
  results.push(runExclusive(owner, 'key', signal, third.run));
  await settle();
  expect(third.run).not.toHaveBeenCalled();
  second.end();
  third.end();
  await Promise.all(results);
});

it('tasks of other keys and owners do not wait', async () => {
  const owner = {};
  const tasks = [openTask(), openTask(), openTask()];
  const results = [
    runExclusive(owner, 'key', signal, async () => tasks[0]?.run()),
    runExclusive(owner, 'other', signal, async () => tasks[1]?.run()),
    runExclusive({}, 'key', signal, async () => tasks[2]?.run()),
  ];
  await settle();
  for (const { run, end } of tasks) {
    expect(run).toHaveBeenCalledOnce();
    end();
  }
  await Promise.all(results);
});

it('a task that fails does not prevent the next one', async () => {
  const owner = {};
  const failed = runExclusive(owner, 'key', signal, () => Promise.reject(new Error('no luck')));
  const next = runExclusive(owner, 'key', signal, async () => 'done');
  await expect(failed).rejects.toThrow('no luck');
  expect(await next).toBe('done');
});

it('a task that is aborted while it waits rejects at once and never runs', async () => {
  const owner = {};
  const [first, second] = [openTask(), openTask()];
  const controller = new AbortController();
  const running = runExclusive(owner, 'key', signal, first.run);
  const waiting = runExclusive(owner, 'key', controller.signal, second.run);
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  first.end();
  await running;
  await settle();
  expect(second.run).not.toHaveBeenCalled();
});

it('a task that is already aborted rejects at once and never runs', async () => {
  const owner = {};
  const [first, second] = [openTask(), openTask()];
  const running = runExclusive(owner, 'key', signal, first.run);
  const aborted = AbortSignal.abort(new Error('enough'));
  await expect(runExclusive(owner, 'key', aborted, second.run)).rejects.toThrow('enough');
  first.end();
  await running;
  await settle();
  expect(second.run).not.toHaveBeenCalled();
});
