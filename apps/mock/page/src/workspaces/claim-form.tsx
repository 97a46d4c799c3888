import { useState } from 'preact/hooks';
import { claimWorkspace } from '../api/hosted.ts';
import { useAction } from '../ui/use-action.ts';

/** A form that claims a workspace that was created without a key. */
export function ClaimForm({ onClaimed }: { onClaimed(): Promise<void> }) {
  const { busy, problem, run } = useAction();
  const [enterpriseId, setEnterpriseId] = useState('');
  const [syncToken, setSyncToken] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    void run(async () => {
      await claimWorkspace(enterpriseId.trim(), syncToken.trim());
      // The next workspace may be entered in the meantime.
      setEnterpriseId((current) => (current === enterpriseId ? '' : current));
      setSyncToken((current) => (current === syncToken ? '' : current));
      await onClaimed();
    }, 'Workspace claimed');
  };
  return (
    <details class="card">
      <summary>Claim a workspace that was created without a key</summary>
      <form class="inline-form" onSubmit={submit}>
        <label>
          Enterprise ID
          <input
            {...{ required: true, autocomplete: 'off', value: enterpriseId }}
            onInput={(event) => setEnterpriseId(event.currentTarget.value)}
          />
        </label>
        <label>
          Its Sync token
          <input
            {...{ type: 'password', required: true, autocomplete: 'off', value: syncToken }}
            onInput={(event) => setSyncToken(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={busy}>
          Claim
        </button>
      </form>
      <p class="error" role="alert">
        {problem}
      </p>
    </details>
  );
}
