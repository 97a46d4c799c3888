import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Access } from '../api/types.ts';

/** How the page stands with the sandbox. */
export type Connection = 'connecting' | 'live' | 'lost';

/** What all parts of the page have in common. */
export interface Session {
  readonly connection: Connection;
  /** What the key gives access to; nothing where the sandbox has no partners. */
  readonly access: Access | undefined;
  /** Whether the sandbox offers snapshots, clocks and all else that hosting takes. */
  readonly isHosted: boolean;
  /** Takes note of how a call went; a refused key ends the session. */
  report(error: unknown): void;
  /** Says something to the person at the page, also to one who cannot see it. */
  say(text: string): void;
}

export const SessionContext = createContext<Session>({
  connection: 'connecting',
  access: undefined,
  isHosted: false,
  report: () => {},
  say: () => {},
});

export function useSession(): Session {
  return useContext(SessionContext);
}
