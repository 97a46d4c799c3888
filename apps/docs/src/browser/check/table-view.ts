import type { Table } from '../../check/table.ts';
import { element } from '../dom.ts';

const notSent = 'not sent';

/** What each column of a table is sent as, each of which the reader can change. */
export function columnsView(
  { columns, targets, more }: Table,
  setColumn: (name: string, target: string) => void,
): HTMLElement {
  const rows = columns.flatMap(({ name, target = '', replacedBy }, index) => {
    const id = `column-${index}`;
    const select = element(
      'select',
      { id },
      new Option(notSent, '', target === '', target === ''),
      ...targets.map((it) => new Option(it, it, it === target, it === target)),
    );
    select.addEventListener('change', () => setColumn(name, select.value));
    const label = element('label', { htmlFor: id, textContent: name || `Column ${index + 1}` });
    const textContent =
      replacedBy === undefined ? '' : ` ${replacedBy} is sent as the same and wins.`;
    return [
      element('dt', {}, label),
      element('dd', {}, select, element('span', { className: 'check-same', textContent })),
    ];
  });
  const hint = `${more} more rows are not shown; to check the whole file, use telecrm check.`;
  return element(
    'div',
    { className: 'check-table' },
    element('p', { className: 'dim', textContent: 'Columns, and what each is sent as:' }),
    element('dl', { className: 'check-columns' }, ...rows),
    ...(more > 0 ? [element('p', { textContent: hint })] : []),
  );
}

/** Shows what a later check says of the columns in a view that is being used, whose controls must stay. */
export function updateColumns(view: Element, later: Element): void {
  const notes = later.querySelectorAll('.check-same');
  for (const [index, note] of view.querySelectorAll('.check-same').entries()) {
    note.textContent = notes[index]?.textContent ?? '';
  }
}

/** Rows that could not even be sent. */
export function unreadableView(rows: Table['unreadable']): HTMLElement[] {
  return rows.map(({ label, problem }) =>
    element(
      'p',
      { className: 'check-unreadable' },
      element('strong', { textContent: label }),
      ` ${problem}`,
    ),
  );
}
