import { useState } from 'preact/hooks';
import { KeyNeededError, messageOf } from '../api/errors.ts';
import { useSession } from '../session/session.ts';

/** The action of a button. */
export interface Action {
  readonly busy: boolean;
  /** The error; empty if there is none. */
  readonly problem: string;
  /** Resolves to whether the work succeeded. */
  run(work: () => Promise<void>, done: string): Promise<boolean>;
}

/** Runs the action of a button: one at a time, with a message on success, and the error otherwise. */
export function useAction(): Action {
  const { report, announce } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  return {
    busy,
    problem,
    async run(work, done) {
      if (busy) return false;
      setBusy(true);
      setProblem('');
      try {
        await work();
        announce(done);
        return true;
      } catch (error) {
        if (error instanceof KeyNeededError) report(error);
        else setProblem(messageOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
