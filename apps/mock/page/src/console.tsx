import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { ControlError, KeyNeededError } from './api/errors.ts';
import { getHealth } from './api/insight.ts';
import { forgetKey, readKey } from './api/key.ts';
import type { Health } from './api/types.ts';
import { forgetTokens } from './overview/known-tokens.ts';
import { linkTo, useRoute } from './route/route.ts';
import { Header } from './session/header.tsx';
import { type Connection, type Session, SessionContext } from './session/session.ts';
import { SignIn } from './session/sign-in.tsx';
import { useAccess } from './session/use-access.ts';
import { WorkspacePage } from './workspace/workspace-page.tsx';
import { WorkspaceList } from './workspaces/workspace-list.tsx';

/** Whether the sandbox lets us in, as far as is known. */
type Gate = 'open' | 'key-needed' | 'key-refused';

/** The whole page. */
export function Console() {
  const [gate, setGate] = useState<Gate>('open');
  const [connection, setConnection] = useState<Connection>('connecting');
  const [said, setSaid] = useState('');
  const [health, setHealth] = useState<Health>();
  const route = useRoute();

  const report = useCallback((error: unknown) => {
    if (error instanceof KeyNeededError) {
      setGate(readKey() === null ? 'key-needed' : 'key-refused');
      forgetKey();
      return;
    }
    // Who refuses a call is there.
    const isThere = error === undefined || error instanceof ControlError;
    setConnection(isThere ? 'live' : 'lost');
  }, []);
  const access = useAccess(gate === 'open', report);
  const session = useMemo<Session>(() => {
    const isHosted = access !== null;
    return { connection, access: access ?? undefined, isHosted, report, say: setSaid };
  }, [connection, access, report]);
  const signOut = () => {
    forgetKey();
    forgetTokens();
    location.hash = linkTo();
    setGate('key-needed');
  };

  useEffect(() => {
    // Whether the sandbox can be reached is seen by what follows.
    getHealth().then(setHealth, () => {});
  }, []);

  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), 4000);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <SessionContext.Provider value={session}>
      <Header isOpen={gate === 'open'} health={health} onSignOut={signOut} />
      {gate !== 'open' ? (
        <SignIn
          wasRefused={gate === 'key-refused'}
          isOpen={health?.open === true}
          onKey={() => setGate('open')}
        />
      ) : access === undefined ? (
        <main id="main" class="page" tabIndex={-1} />
      ) : route.enterpriseId === undefined ? (
        <WorkspaceList />
      ) : (
        <WorkspacePage key={route.enterpriseId} enterpriseId={route.enterpriseId} route={route} />
      )}
      <p class="toast" role="status">
        {said}
      </p>
    </SessionContext.Provider>
  );
}
