import { misuse } from '../program/exit-codes.ts';
import { readCsv, type Table } from './csv.ts';
import { decode, type Encoding } from './encoding.ts';
import { isSpreadsheet } from './inspect.ts';
import { readNdjson } from './ndjson.ts';

export const formats = ['csv', 'ndjson'] as const;

export type Format = (typeof formats)[number];

const namePatterns = {
  json: /\.json$/i,
  ndjson: /\.(ndjson|jsonl)$/i,
  csv: /\.(csv|tsv|txt)$/i,
} as const;

const labels = { json: 'JSON', ndjson: 'NDJSON', csv: 'CSV' } as const;

/** The format of a file, by its name: one of those that the command accepts. */
export function formatOf<Accepted extends keyof typeof namePatterns>(
  name: string,
  accepted: readonly Accepted[],
): Accepted {
  const format = accepted.find((candidate) => namePatterns[candidate].test(name));
  if (format !== undefined) return format;
  if (/\.(xlsx?|xlsm|xlsb|ods|numbers)$/i.test(name)) throw isSpreadsheet(name);
  const list = (items: readonly string[], last: string) =>
    `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
  throw misuse(
    `${name} is neither ${list(
      accepted.map((candidate) => labels[candidate]),
      'nor',
    )} by its name`,
    `Pass ${list(
      accepted.map((candidate) => `--input ${candidate}`),
      'or',
    )}.`,
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
