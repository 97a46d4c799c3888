import type { Target } from './target.ts';

/** The result of converting a cell: a value, nothing, or a problem that prevents the row from being sent. */
export type Converted =
  | { readonly kind: 'value'; readonly value: string | number | readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly problem: string };

/** Options for converting cells to values. */
export interface ConvertOptions {
  /** Accepts labels that are not options yet. telecrm adds them as new options. */
  readonly newOptions: boolean;
}

/** Excel displays long numbers like this, and saves only the displayed digits to a CSV file. */
const rounded = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;

/** Converts a cell by the type of its field. `checkLead` decides whether telecrm accepts the value. */
export function convertCell(cell: string, { field }: Target, options: ConvertOptions): Converted {
  const text = field.type === 'text' ? cell : cell.trim();
  if (cell.trim() === '') return { kind: 'empty' };
  switch (field.type) {
    case 'phone':
      return rounded.test(text) ? problem(excelProblem) : value(text);
    case 'number':
    case 'rating':
      return value(/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);
    case 'date':
      return value(/^\d{11,14}$/.test(text) ? Number(text) : text);
    case 'dropdown':
      return label(text, field.options, options);
    case 'tags':
      return tags(text, field.options, options);
    default:
      return value(text);
  }
}

const excelProblem =
  'is a number that Excel has rounded (such as 9.2E+11): format the column as text in Excel and export it again';

/** Tags in one cell, separated by commas, semicolons or vertical bars. */
function tags(
  text: string,
  known: readonly string[] | undefined,
  options: ConvertOptions,
): Converted {
  const all = known?.includes(text) ? [text] : text.split(/[,;|]/);
  const labels: string[] = [];
  for (const part of all.map((tag) => tag.trim()).filter((tag) => tag !== '')) {
    const converted = label(part, known, options);
    if (converted.kind !== 'value') return converted;
    labels.push(String(converted.value));
  }
  return labels.length === 0 ? { kind: 'empty' } : value([...new Set(labels)]);
}

/** A label as spelled in the workspace. An unknown label would become a new option. */
function label(
  text: string,
  known: readonly string[] | undefined,
  { newOptions }: ConvertOptions,
): Converted {
  if (known === undefined || known.length === 0 || known.includes(text)) return value(text);
  const same = known.find((option) => option.toLowerCase() === text.toLowerCase());
  if (same !== undefined) return value(same);
  return newOptions
    ? value(text)
    : problem(
        `${quoteLabel(text)} is not an option yet, and telecrm would add it: correct it, or allow new options with --new-options`,
      );
}

/** A label in a message. One with many digits may be a phone number in the wrong column, so it is not repeated. */
function quoteLabel(text: string): string {
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits < 6 ? `“${text.slice(0, 100)}”` : 'its label';
}

function value(value: string | number | readonly string[]): Converted {
  return { kind: 'value', value };
}

function problem(problem: string): Converted {
  return { kind: 'problem', problem };
}
