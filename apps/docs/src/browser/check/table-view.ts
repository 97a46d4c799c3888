import type { Table } from '../../check/table.ts';
import { element } from '../dom.ts';

const notSent = 'not sent';

/** The columns of a table, with a select for the field that each is sent as. */
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
      replacedBy === undefined
        ? ''
        : ` ${replacedBy} is sent as the same field and takes precedence.`;
    return [
      element('dt', {}, label),
      element('dd', {}, select, element('span', { className: 'check-same', textContent })),
    ];
  });
  const hint = `${more} more rows are not checked here. To check the whole file, use telecrm check.`;
  return element(
    'div',
    { className: 'check-table' },
    element('p', { className: 'dim', textContent: 'The columns and the fields they are sent as:' }),
    element('dl', { className: 'check-columns' }, ...rows),
    ...(more > 0 ? [element('p', { textContent: hint })] : []),
  );
}

/** Copies the notes of a later check into the current view. Its controls are not replaced, because one has the focus. */
export function updateColumns(current: Element, later: Element): void {
  const notes = later.querySelectorAll('.check-same');
  for (const [index, note] of current.querySelectorAll('.check-same').entries()) {
    note.textContent = notes[index]?.textContent ?? '';
  }
}

/** The rows that cannot be sent, with the reasons. */
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
