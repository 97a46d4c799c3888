import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface KeyDialogProps {
  readonly partnerKey: string;
  onClose(): void;
}

/** Shows the new key of a partner, once. */
export function KeyDialog({ partnerKey, onClose }: KeyDialogProps) {
  return (
    <Dialog title="Key of the partner" onClose={onClose}>
      <p>
        Copy it now and send it to the partner: the sandbox stores only its hash and cannot show it
        again.
      </p>
      <dl class="credentials">
        <div>
          <dt>Key</dt>
          <dd>
            <code>{partnerKey}</code>
            <CopyButton text={partnerKey} what="Key" />
          </dd>
        </div>
      </dl>
      <div class="buttons">
        <button type="button" class="primary" onClick={onClose}>
          Done
        </button>
      </div>
    </Dialog>
  );
}
