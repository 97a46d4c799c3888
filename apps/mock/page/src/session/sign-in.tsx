import { useEffect, useRef, useState } from 'preact/hooks';
import { keepKey } from '../api/key.ts';
import { TryWithoutKey } from './try-without-key.tsx';

interface SignInProps {
  /** Whether a key has been refused. */
  readonly wasRefused: boolean;
  onKey(): void;
  /** Whether somebody without a key can create a workspace. */
  readonly isOpen: boolean;
}

/** Asks for the key of a sandbox that wants one. */
export function SignIn({ wasRefused, isOpen, onKey }: SignInProps) {
  const [key, setKey] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const sent = key.trim();
    if (sent === '') return;
    keepKey(sent);
    setKey('');
    onKey();
  };
  return (
    <main id="main" class="sign-in" tabIndex={-1}>
      <h1>Sign in</h1>
      <p class="dim">
        Enter the key of this sandbox. It is kept in this tab only, until you sign out.
      </p>
      <form onSubmit={submit}>
        <label for="key">Key</label>
        <input
          {...{ id: 'key', type: 'password', autocomplete: 'off', required: true, ref: input }}
          value={key}
          aria-describedby={wasRefused ? 'refused' : undefined}
          aria-invalid={wasRefused}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <p id="refused" class="error" role="alert">
          {wasRefused ? 'That is not a key of this sandbox.' : ''}
        </p>
        <button type="submit" class="primary">
          Sign in
        </button>
      </form>
      {isOpen && <TryWithoutKey onKey={onKey} />}
    </main>
  );
}
