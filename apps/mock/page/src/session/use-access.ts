import { useEffect, useState } from 'preact/hooks';
import { KeyNeededError } from '../api/errors.ts';
import { getAccess } from '../api/hosted.ts';
import type { Access } from '../api/types.ts';

/** The delay before retrying, in milliseconds. */
const pause = 2000;

/** The access of the key: `undefined` until it is known, `null` if the sandbox has no partners. */
export function useAccess(
  isOpen: boolean,
  report: (error: unknown) => void,
): Access | null | undefined {
  const [access, setAccess] = useState<Access | null>();
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
        if (!(error instanceof KeyNeededError)) timer = setTimeout(ask, pause);
      }
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
      setAccess(undefined);
    };
  }, [isOpen, report]);
  return access;
}
