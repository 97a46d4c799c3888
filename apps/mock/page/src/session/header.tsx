import { readKey } from '../api/key.ts';
import type { Health } from '../api/types.ts';
import { linkTo } from '../route/route.ts';
import { type Connection, useSession } from './session.ts';

const words: Readonly<Record<Connection, string>> = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'No connection',
};

interface HeaderProps {
  readonly isOpen: boolean;
  readonly health: Health | undefined;
  onSignOut(): void;
}

/** The header of every page. */
export function Header({ isOpen, health, onSignOut }: HeaderProps) {
  const { connection, access } = useSession();
  const release = health && `Version ${health.version}, description ${health.fingerprint}`;
  return (
    <header class="bar">
      <button type="button" class="skip" onClick={skipToContent}>
        Skip to content
      </button>
      <a class="brand" href={linkTo()} title={release}>
        telecrm <span>sandbox</span>
      </a>
      {isOpen && access?.partner && <p class="partner">{access.partner.name}</p>}
      {isOpen && (
        <p class={`connection ${connection}`} role="status">
          {words[connection]}
        </p>
      )}
      {isOpen && readKey() !== null && (
        <button type="button" onClick={onSignOut}>
          Sign out
        </button>
      )}
    </header>
  );
}

/** Not a link, because the part of the URL after `#` selects the view. */
function skipToContent(): void {
  document.getElementById('main')?.focus();
}
