import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  onClose(): void;
}

/** A modal dialog. The browser itself traps the focus and closes it on Escape. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // After the dialog before it, if any, has been removed, and the focus returned.
  useEffect(() => dialog.current?.showModal(), []);
  // Returns the focus: while the dialog is still part of the page, and before the user can move the focus.
  useLayoutEffect(() => {
    const shown = dialog.current;
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      // The event of a dialog that has been removed comes later.
      onClose={({ currentTarget }) => currentTarget.isConnected && onClose()}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
