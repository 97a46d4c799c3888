import { deleteWorkspace, resetWorkspace } from '../api/workspaces.ts';
import { linkTo } from '../route/route.ts';
import { useSession } from '../session/session.ts';
import { AskButton } from '../ui/ask-button.tsx';
import type { SettingProps } from './setting.ts';

/** Operations that discard the content of a workspace. */
export function StartOver({ enterpriseId, onChange }: SettingProps) {
  const { announce } = useSession();
  const reset = async () => {
    await resetWorkspace(enterpriseId);
    announce('Workspace reset');
    await onChange();
  };
  const remove = async () => {
    await deleteWorkspace(enterpriseId);
    announce('Workspace deleted');
    location.hash = linkTo();
  };
  return (
    <section class="card" aria-labelledby="start-over">
      <h2 id="start-over">Start over</h2>
      <div class="setting">
        <p>
          <strong>Reset</strong> forgets all leads, the queue, requests and faults. The tokens stay.
        </p>
        <AskButton
          {...{ label: 'Reset …', title: `Reset ${enterpriseId}?`, action: 'Reset' }}
          text="All its leads, ingestions, requests and faults are lost."
          onConfirm={reset}
        />
      </div>
      <div class="setting">
        <p>
          <strong>Delete</strong> removes the workspace. Its tokens are no longer accepted.
        </p>
        <AskButton
          {...{ label: 'Delete …', title: `Delete ${enterpriseId}?`, action: 'Delete' }}
          text="The workspace and everything in it are lost, and its tokens are revoked."
          onConfirm={remove}
        />
      </div>
    </section>
  );
}
