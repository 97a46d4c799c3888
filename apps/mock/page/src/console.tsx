import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { ControlError, KeyNeededError } from './api/errors.ts';
import { forgetKey, readKey } from './api/key.ts';
import { forgetTokens } from './overview/known-tokens.ts';
import { linkTo, useRoute } from './route/route.ts';
import { Header } from './session/header.tsx';
import { type Connection, type Session, SessionContext } from './session/session.ts';
import { SignIn } from './session/sign-in.tsx';
import { WorkspacePage } from './workspace/workspace-page.tsx';
import { WorkspaceList } from './workspaces/workspace-list.tsx';

/** Whether the sandbox lets us in, as far as is known. */
type Access = 'open' | 'key-needed' | 'key-refused';

/** The whole page. */
export function Console() {
  const [access, setAccess] = useState<Access>('open');
  const [connection, setConnection] = useState<Connection>('connecting');
  const [said, setSaid] = useState('');
  const route = useRoute();

  const report = useCallback((error: unknown) => {
    if (error instanceof KeyNeededError) {
      setAccess(readKey() === null ? 'key-needed' : 'key-refused');
      forgetKey();
      return;
    }
    // Who refuses a call is there.
    const isThere = error === undefined || error instanceof ControlError;
    setConnection(isThere ? 'live' : 'lost');
  }, []);
  const session = useMemo<Session>(
    () => ({ connection, report, say: setSaid }),
    [connection, report],
  );
  const signOut = () => {
    forgetKey();
    forgetTokens();
    location.hash = linkTo();
    setAccess('key-needed');
  };

  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), 4000);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <SessionContext.Provider value={session}>
      <Header isOpen={access === 'open'} onSignOut={signOut} />
      {access !== 'open' ? (
        <SignIn wasRefused={access === 'key-refused'} onKey={() => setAccess('open')} />
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
