import { useState } from 'preact/hooks';
import { messageOf } from '../api/errors.ts';
import { Dialog } from './dialog.tsx';

interface ConfirmProps {
  readonly title: string;
  /** Describes the effect. */
  readonly text: string;
  /** The label of the button. */
  readonly action: string;
  onConfirm(): Promise<void>;
  onClose(): void;
}

/** Asks for confirmation before data is lost. */
export function Confirm({ title, text, action, onConfirm, onClose }: ConfirmProps) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <p class="error" role="alert">
        {problem}
      </p>
      <div class="buttons">
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" class="danger" disabled={busy} onClick={confirm}>
          {action}
        </button>
      </div>
    </Dialog>
  );
}
