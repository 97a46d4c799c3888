import { CopyButton } from './copy-button.tsx';

interface CodeBlockProps {
  readonly text: string;
  /** Describes the code in the name of the copy button. */
  readonly what: string;
}

/** Preformatted text with a copy button. Long text scrolls within the block, and can be scrolled by keyboard. */
export function CodeBlock({ text, what }: CodeBlockProps) {
  return (
    <div class="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
