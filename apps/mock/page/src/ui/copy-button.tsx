import type { TargetedMouseEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSession } from '../session/session.ts';

interface CopyButtonProps {
  readonly text: string;
  /** Describes the copied text in the name of the button: `Sync token`. */
  readonly what: string;
}

export function CopyButton({ text, what }: CopyButtonProps) {
  const { announce } = useSession();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async ({ currentTarget }: TargetedMouseEvent<HTMLElement>) => {
    const done = await copyText(text, currentTarget);
    setCopied(done);
    announce(done ? `${what} copied` : 'Copying is not allowed here: select the text');
  };
  return (
    <button
      type="button"
      class="copy"
      aria-label={copied ? `${what} copied` : `Copy ${what}`}
      onClick={copy}
    >
      {copied ? 'Copied' : 'Copy'}
    </button>
  );
}

async function copyText(text: string, button: HTMLElement): Promise<boolean> {
  // Over plain HTTP, browsers offer the clipboard API for localhost only; the older method works everywhere.
  if (!navigator.clipboard) return copyBySelection(text, button);
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyBySelection(text, button),
  );
}

function copyBySelection(text: string, button: HTMLElement): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  // While a modal dialog is open, nothing outside of it can be selected.
  (button.closest('dialog') ?? document.body).append(area);
  const focused = document.activeElement;
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
