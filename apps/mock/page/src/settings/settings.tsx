import { useState } from 'preact/hooks';
import { deleteWorkspace, resetWorkspace } from '../api/workspaces.ts';
import { linkTo } from '../route/route.ts';
import { useSession } from '../session/session.ts';
import { Confirm } from '../ui/confirm.tsx';

interface SettingsProps {
  readonly enterpriseId: string;
  onChange(): Promise<void>;
}

/** What changes a workspace as a whole. */
export function Settings({ enterpriseId, onChange }: SettingsProps) {
  const { say } = useSession();
  const [asking, setAsking] = useState<'reset' | 'delete'>();
  const reset = async () => {
    await resetWorkspace(enterpriseId);
    say('Workspace reset');
    await onChange();
  };
  const remove = async () => {
    await deleteWorkspace(enterpriseId);
    say('Workspace deleted');
    location.hash = linkTo();
  };
  const close = () => setAsking(undefined);
  return (
    <section class="card danger-zone" aria-labelledby="danger">
      <h2 id="danger">Start over</h2>
      <div class="setting">
        <p>
          <strong>Reset</strong> forgets all leads, the queue, requests and faults. The tokens stay.
        </p>
        <button type="button" class="danger" onClick={() => setAsking('reset')}>
          Reset …
        </button>
      </div>
      <div class="setting">
        <p>
          <strong>Delete</strong> removes the workspace. Its tokens are no longer accepted.
        </p>
        <button type="button" class="danger" onClick={() => setAsking('delete')}>
          Delete …
        </button>
      </div>
      {asking === 'reset' && (
        <Confirm
          {...{
            title: `Reset ${enterpriseId}?`,
            action: 'Reset',
            onConfirm: reset,
            onClose: close,
          }}
          text="All its leads, ingestions, requests and faults are lost."
        />
      )}
      {asking === 'delete' && (
        <Confirm
          {...{ title: `Delete ${enterpriseId}?`, action: 'Delete' }}
          {...{ onConfirm: remove, onClose: close }}
          text="The workspace and everything in it are lost, and its tokens are revoked."
        />
      )}
    </section>
  );
}
