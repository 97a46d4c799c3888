import { storeKey } from '../api/key.ts';
import { createWorkspace } from '../api/workspaces.ts';
import { storeTokens } from '../overview/known-tokens.ts';
import { linkTo } from '../route/route.ts';
import { useAction } from '../ui/use-action.ts';

/** Creates a workspace without a key; its token then serves as the key. */
export function TryWithoutKey({ onKey }: { onKey(): void }) {
  const { busy, problem, run } = useAction();
  const create = () =>
    run(async () => {
      const workspace = await createWorkspace();
      storeTokens(workspace);
      storeKey(workspace.syncToken);
      location.hash = linkTo(workspace.enterpriseId);
      onKey();
    }, 'Workspace created');
  return (
    <>
      <p class="dim">
        No key? Create a workspace that lasts a day. Copy its tokens before you leave.
      </p>
      <button type="button" disabled={busy} onClick={create}>
        Try it without a key
      </button>
      <p class="error" role="alert">
        {problem}
      </p>
    </>
  );
}
