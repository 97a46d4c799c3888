import { misuse } from '../program/exit-codes.ts';
import { readCsv, type Table } from './csv.ts';
import { decode, type Encoding } from './encoding.ts';
import { readNdjson } from './ndjson.ts';

export const formats = ['csv', 'ndjson'] as const;

export type Format = (typeof formats)[number];

/** The format of a file, by its name. */
export function formatOf(name: string): Format {
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'ndjson';
  throw misuse(
    `${name} is neither CSV nor NDJSON by its name`,
    'Pass --input csv or --input ndjson.',
  );
}

/** Opens the rows of a file of leads. NDJSON has no columns. */
export async function openRows(
  bytes: AsyncIterable<Uint8Array>,
  options: {
    name: string;
    format: Format;
    encoding: Encoding;
    delimiter?: string | undefined;
  },
): Promise<Table> {
  const { name, format, encoding, delimiter } = options;
  const text = decode(bytes, encoding, name);
  return format === 'csv'
    ? readCsv(text, { name, delimiter })
    : { columns: [], rows: readNdjson(text) };
}
