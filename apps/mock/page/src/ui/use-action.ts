import { useState } from 'preact/hooks';
import { KeyNeededError, messageOf } from '../api/errors.ts';
import { useSession } from '../session/session.ts';

/** Something that a button does. */
export interface Action {
  readonly busy: boolean;
  /** Why it failed; empty when it has not. */
  readonly problem: string;
  run(work: () => Promise<void>, done: string): Promise<void>;
}

/** Runs what a button does: once at a time, says that it is done, and keeps why it failed. */
export function useAction(): Action {
  const { report, say } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  return {
    busy,
    problem,
    async run(work, done) {
      if (busy) return;
      setBusy(true);
      setProblem('');
      try {
        await work();
        say(done);
      } catch (error) {
        if (error instanceof KeyNeededError) report(error);
        else setProblem(messageOf(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
