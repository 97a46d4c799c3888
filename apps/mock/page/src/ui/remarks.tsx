import type { Remark } from '../api/types.ts';

interface RemarksProps {
  readonly remarks: readonly Remark[];
  /** Whether everything that was sent was dropped. */
  readonly isLost?: boolean;
}

/** The dropped parts, with reasons. */
export function Remarks({ remarks, isLost = false }: RemarksProps) {
  if (remarks.length === 0) return null;
  return (
    <ul class={isLost ? 'remarks lost' : 'remarks'}>
      {remarks.map(({ field, remark }, index) => (
        <li key={`${field} ${index}`}>
          <code>{field}</code>
          <WithCode text={remark} />
        </li>
      ))}
    </ul>
  );
}

/** A text in which names are in backticks. */
export function WithCode({ text }: { readonly text: string }) {
  const parts = text.split('`');
  return (
    <span class="text">
      {parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </span>
  );
}
