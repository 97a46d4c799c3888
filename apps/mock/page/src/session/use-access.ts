import { useEffect, useState } from 'preact/hooks';
import { KeyNeededError, messageOf } from '../api/errors.ts';
import { getAccess } from '../api/hosted.ts';
import type { Access } from '../api/types.ts';

/** The delay before retrying, in milliseconds. */
const pause = 2000;

/** What a key gives access to. */
interface KnownAccess {
  /** `undefined` until it is known, `null` if the sandbox has no partners. */
  readonly access: Access | null | undefined;
  /** Why it is not known yet; empty while there is no error. */
  readonly problem: string;
}

/** Fetches the access of the key, again and again until the sandbox responds with it. */
export function useAccess(isOpen: boolean, report: (error: unknown) => void): KnownAccess {
  const [access, setAccess] = useState<Access | null>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (!isOpen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = async () => {
      try {
        const found = await getAccess();
        if (!stopped) setAccess(found);
      } catch (error) {
        if (stopped) return;
        report(error);
        if (error instanceof KeyNeededError) return;
        setProblem(messageOf(error));
        timer = setTimeout(ask, pause);
      }
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
      setAccess(undefined);
      setProblem('');
    };
  }, [isOpen, report]);
  return { access, problem };
}
