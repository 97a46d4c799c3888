import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../api/errors.ts';
import { useSession } from '../session/session.ts';

/** Data that is fetched again and again. */
export interface Live<T> {
  /** Undefined until the first answer. */
  readonly data: T | undefined;
  /** Why the last call was refused; empty when it was not. */
  readonly problem: string;
  /** Fetches at once. */
  refresh(): Promise<void>;
}

/** How long the page waits between two answers, in milliseconds. */
const interval = 2000;

/**
 * Fetches what `load` gives, and again while the page is visible. Data that has not changed stays the same object, so that
 * nothing is drawn anew.
 *
 * @param key What the data belongs to: with another key, the old data is gone.
 * @param part How much of it is wanted: another part is fetched at once, and until then the old one stays.
 */
export function useLive<T>(load: () => Promise<T>, key: string, part = 0): Live<T> {
  const { report } = useSession();
  const [state, setState] = useState<{ key: string; text: string; data: T }>();
  const [problem, setProblem] = useState('');
  const loader = useRef(load);
  loader.current = load;
  const current = useRef(key);
  current.current = key;

  const refresh = useCallback(async () => {
    const wanted = current.current;
    try {
      const data = await loader.current();
      // Somebody may have gone on meanwhile.
      if (current.current !== wanted) return;
      const text = JSON.stringify(data);
      setState((old) =>
        old?.key === wanted && old.text === text ? old : { key: wanted, text, data },
      );
      setProblem('');
      report(undefined);
    } catch (error) {
      if (current.current !== wanted) return;
      setProblem(messageOf(error));
      report(error);
    }
  }, [report]);

  useEffect(() => pollWhileVisible(refresh), [refresh, key, part]);
  return { data: state?.key === key ? state.data : undefined, problem, refresh };
}

/** Calls `work` now, a while after each time that it has ended, and when the page comes into view again. */
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
