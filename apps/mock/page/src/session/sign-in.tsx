import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { storeKey } from '../api/key.ts';
import { TryWithoutKey } from './try-without-key.tsx';

interface SignInProps {
  /** Whether a key has been rejected. */
  readonly wasRejected: boolean;
  onKey(): void;
  /** Whether anybody can create a workspace without a key. */
  readonly isOpen: boolean;
}

/** Asks for a key if the sandbox requires one. */
export function SignIn({ wasRejected, isOpen, onKey }: SignInProps) {
  const [key, setKey] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // Immediately: an effect that runs later would take the focus from where the user has moved it.
  useLayoutEffect(() => input.current?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const sent = key.trim();
    if (sent === '') return;
    storeKey(sent);
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
          aria-describedby={wasRejected ? 'rejected' : undefined}
          aria-invalid={wasRejected}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <p id="rejected" class="error" role="alert">
          {wasRejected ? 'That is not a key of this sandbox.' : ''}
        </p>
        <button type="submit" class="primary">
          Sign in
        </button>
      </form>
      {isOpen && <TryWithoutKey onKey={onKey} />}
    </main>
  );
}
