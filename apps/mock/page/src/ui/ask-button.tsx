import { useState } from 'preact/hooks';
import { Confirm } from './confirm.tsx';

interface AskButtonProps {
  /** The label of the button. */
  readonly label: string;
  /** Its accessible name, if several buttons have the same label. */
  readonly name?: string;
  readonly title: string;
  /** Describes the effect. */
  readonly text: string;
  /** The label of the button in the dialog. */
  readonly action: string;
  onConfirm(): Promise<void>;
}

/** A button that asks for confirmation, for actions that cannot be undone. */
export function AskButton({ label, name, ...confirm }: AskButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <button
        {...{ type: 'button', class: 'danger', 'aria-label': name }}
        onClick={() => setIsAsking(true)}
      >
        {label}
      </button>
      {isAsking && <Confirm {...confirm} onClose={() => setIsAsking(false)} />}
    </>
  );
}
