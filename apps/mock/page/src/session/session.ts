import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Access } from '../api/types.ts';

/** The state of the connection to the sandbox. */
export type Connection = 'connecting' | 'live' | 'lost';

/** The context of all parts of the page. */
export interface Session {
  readonly connection: Connection;
  /** The access of the key; `null` if the sandbox has no partners. */
  readonly access: Access | undefined;
  /** Whether the sandbox offers hosting operations such as snapshots and clocks. */
  readonly isHosted: boolean;
  /** Records the result of a call; a rejected key ends the session. */
  report(error: unknown): void;
  /** Shows a message, and announces it to screen readers. */
  announce(text: string): void;
}

export const SessionContext = createContext<Session>({
  connection: 'connecting',
  access: undefined,
  isHosted: false,
  report: () => {},
  announce: () => {},
});

export function useSession(): Session {
  return useContext(SessionContext);
}
