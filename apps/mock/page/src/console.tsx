import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { ControlError, KeyNeededError } from './api/errors.ts';
import { getHealth } from './api/insight.ts';
import { deleteKey, readKey } from './api/key.ts';
import type { Health } from './api/types.ts';
import { discardTokens } from './overview/known-tokens.ts';
import { linkTo, useRoute } from './route/route.ts';
import { SandboxPage } from './sandbox-page.tsx';
import { Header } from './session/header.tsx';
import { type Connection, type Session, SessionContext } from './session/session.ts';
import { SignIn } from './session/sign-in.tsx';
import { useAccess } from './session/use-access.ts';
import { WorkspacePage } from './workspace/workspace-page.tsx';

/** The access to the sandbox, as far as it is known. */
type AccessState = 'open' | 'key-needed' | 'key-rejected';

/** The whole page. */
export function Console() {
  const [accessState, setAccessState] = useState<AccessState>('open');
  const [connection, setConnection] = useState<Connection>('connecting');
  const [announcement, setAnnouncement] = useState('');
  const [health, setHealth] = useState<Health>();
  const route = useRoute();

  const report = useCallback((error: unknown) => {
    if (error instanceof KeyNeededError) {
      // The key may have been replaced or deleted in the meantime.
      if (error.key !== readKey()) return;
      setAccessState(error.key === null ? 'key-needed' : 'key-rejected');
      deleteKey();
      return;
    }
    // A sandbox that rejects a call is reachable.
    const isThere = error === undefined || error instanceof ControlError;
    setConnection(isThere ? 'live' : 'lost');
  }, []);
  const { access, problem } = useAccess(accessState === 'open', report);
  const session = useMemo<Session>(() => {
    const isHosted = access !== null;
    return { connection, access: access ?? undefined, isHosted, report, announce: setAnnouncement };
  }, [connection, access, report]);
  const signOut = () => {
    deleteKey();
    discardTokens();
    location.hash = linkTo();
    setAccessState('key-needed');
  };

  useEffect(() => {
    // Errors of the connection are shown by the content.
    getHealth().then(setHealth, () => {});
  }, []);

  useEffect(() => {
    if (announcement === '') return;
    const timer = setTimeout(() => setAnnouncement(''), 4000);
    return () => clearTimeout(timer);
  }, [announcement]);

  return (
    <SessionContext.Provider value={session}>
      <Header isOpen={accessState === 'open'} health={health} onSignOut={signOut} />
      {accessState !== 'open' ? (
        <SignIn
          wasRejected={accessState === 'key-rejected'}
          isOpen={health?.open === true}
          onKey={() => setAccessState('open')}
        />
      ) : access === undefined ? (
        <main id="main" class="page" tabIndex={-1}>
          <p class="error" role="alert">
            {problem}
          </p>
        </main>
      ) : route.enterpriseId === undefined ? (
        <SandboxPage page={route.page} />
      ) : (
        <WorkspacePage key={route.enterpriseId} enterpriseId={route.enterpriseId} route={route} />
      )}
      <p class="toast" role="status">
        {announcement}
      </p>
    </SessionContext.Provider>
  );
}
