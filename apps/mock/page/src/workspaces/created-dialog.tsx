import type { CreatedWorkspace } from '../api/types.ts';
import { Credentials } from '../overview/credentials.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface CreatedDialogProps {
  readonly title: string;
  readonly workspace: CreatedWorkspace;
  onClose(): void;
}

/** Shows the new tokens of a workspace. */
export function CreatedDialog({ title, workspace, onClose }: CreatedDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>Copy the tokens now: they are not shown again after you close this page.</p>
      <Credentials enterpriseId={workspace.enterpriseId} tokens={workspace} />
      <div class="buttons">
        <button type="button" class="primary" onClick={onClose}>
          Open the workspace
        </button>
      </div>
    </Dialog>
  );
}
