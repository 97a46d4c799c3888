import { useState } from 'preact/hooks';
import { Confirm } from './confirm.tsx';

interface AskButtonProps {
  /** What the button says. */
  readonly label: string;
  /** Its name, where several buttons say the same. */
  readonly name?: string;
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  /** What the button in the dialog says. */
  readonly action: string;
  onConfirm(): Promise<void>;
}

/** A button that asks before it does what cannot be undone. */
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
