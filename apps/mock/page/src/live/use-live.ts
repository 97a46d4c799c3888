import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../api/errors.ts';
import { useSession } from '../session/session.ts';

/** Data that is fetched periodically. */
export interface Live<T> {
  /** Undefined until the first response. */
  readonly data: T | undefined;
  /** The error of the last call; empty if it succeeded. */
  readonly problem: string;
  /** Fetches immediately. */
  refresh(): Promise<void>;
}

/** The interval between two fetches, in milliseconds. */
const interval = 2000;

/**
 * Fetches data with `load`, and repeats that while the page is visible. Unchanged data remains the same object, which
 * avoids rendering.
 *
 * @param key Identifies the data: when it changes, the old data is discarded.
 * @param part The requested part of the data: when it changes, the old part is shown until the new one is fetched.
 */
export function useLive<T>(load: () => Promise<T>, key: string, part = 0): Live<T> {
  const { report } = useSession();
  const [state, setState] = useState<{ key: string; text: string; data: T }>();
  const [problem, setProblem] = useState('');
  const loader = useRef(load);
  loader.current = load;
  const current = useRef({ key, part });
  if (current.current.key !== key || current.current.part !== part) current.current = { key, part };
  /** The number of started requests, and the last one of them that has ended. */
  const started = useRef(0);
  const ended = useRef(0);

  const refresh = useCallback(async () => {
    const requested = current.current;
    const number = ++started.current;
    // The key or the part may have changed in the meantime, or a later request may have ended already.
    const isOutdated = () => current.current !== requested || number < ended.current;
    try {
      const data = await loader.current();
      if (isOutdated()) return;
      ended.current = number;
      const text = JSON.stringify(data);
      setState((old) =>
        old?.key === requested.key && old.text === text ? old : { key: requested.key, text, data },
      );
      setProblem('');
      report(undefined);
    } catch (error) {
      if (isOutdated()) return;
      ended.current = number;
      setProblem(messageOf(error));
      report(error);
    }
  }, [report]);

  useEffect(() => pollWhileVisible(refresh), [refresh, key, part]);
  return { data: state?.key === key ? state.data : undefined, problem, refresh };
}

/** Calls `work` now, some time after each call has ended, and when the page becomes visible again. */
function pollWhileVisible(work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let running = false;
  const run = async () => {
    clearTimeout(timer);
    if (stopped || running) return;
    running = true;
    await work();
    running = false;
    if (!stopped && !document.hidden) timer = setTimeout(run, interval);
  };
  const onVisibility = () => {
    if (!document.hidden) void run();
  };
  document.addEventListener('visibilitychange', onVisibility);
  void run();
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
