import { useState } from 'preact/hooks';
import { cloneWorkspace, replaceTokens } from '../api/hosted.ts';
import type { CreatedWorkspace } from '../api/types.ts';
import { storeTokens } from '../overview/known-tokens.ts';
import { linkTo } from '../route/route.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { useAction } from '../ui/use-action.ts';
import { CreatedDialog } from '../workspaces/created-dialog.tsx';
import type { SettingProps } from './setting.ts';

/** Replaces tokens and clones the workspace; both show the new tokens once. */
export function NewTokens({ enterpriseId }: SettingProps) {
  const { busy, problem, run } = useAction();
  const [shown, setShown] = useState<CreatedWorkspace>();
  const show = (workspace: CreatedWorkspace) => {
    storeTokens(workspace);
    setShown(workspace);
  };
  const clone = () => run(async () => show(await cloneWorkspace(enterpriseId)), 'Workspace cloned');
  const rotate = async () => show(await replaceTokens(enterpriseId));
  const close = () => {
    setShown(undefined);
    if (shown) location.hash = linkTo(shown.enterpriseId);
  };
  return (
    <section class="card" aria-labelledby="access">
      <h2 id="access">Tokens and copies</h2>
      <div class="setting">
        <p>
          <strong>Rotate the tokens</strong>: creates new ones and immediately revokes the old ones.
        </p>
        <AskButton
          {...{ label: 'Rotate …', title: 'Rotate the tokens?', action: 'Rotate' }}
          text="Programs with the old tokens are rejected until they have the new ones."
          onConfirm={rotate}
        />
      </div>
      <div class="setting">
        <p>
          <strong>Clone</strong>: another workspace with the same leads, team and options, and
          tokens of its own.
        </p>
        <button type="button" disabled={busy} onClick={clone}>
          Clone
        </button>
      </div>
      <p class="error" role="alert">
        {problem}
      </p>
      {shown && (
        <CreatedDialog
          title={shown.enterpriseId === enterpriseId ? 'New tokens' : 'Workspace cloned'}
          workspace={shown}
          onClose={close}
        />
      )}
    </section>
  );
}
