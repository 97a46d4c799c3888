import { Badge, type Tone } from '../ui/badge.tsx';
import { WithCode } from '../ui/remarks.tsx';
import type { Entry } from './entries.ts';

const tones: Readonly<Record<Entry['outcome'], Tone>> = {
  Stored: 'good',
  'Partly stored': 'warn',
  Cleared: 'warn',
  Dropped: 'bad',
};

/** The outcome of each entry. */
export function EntryTable({ entries }: { readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return <p class="dim">It contained neither fields nor actions.</p>;
  return (
    <table class="entries">
      <thead>
        <tr>
          <th scope="col">Entry</th>
          <th scope="col">Value</th>
          <th scope="col">Fate</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ path, value, outcome, remarks }) => (
          <tr key={path}>
            <th scope="row">
              <code>{path}</code>
            </th>
            <td>{value}</td>
            <td>
              <Badge tone={tones[outcome]}>{outcome}</Badge>
              {remarks.map((text) => (
                <WithCode key={text} text={text} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
