import { resolve } from 'node:path';
import { misuse } from '../../program/exit-codes.ts';
import type { Table } from '../../rows/csv.ts';
import type { Encoding } from '../../rows/encoding.ts';
import { assertFile, type FileFacts, inspectFile, readFileBytes } from '../../rows/inspect.ts';
import { type Format, formatOf, formats, openRows } from '../../rows/open.ts';

/** A file of leads that is read several times: to check it, to send it, and to write the failed rows. */
export interface Source {
  readonly name: string;
  readonly path: string;
  readonly format: Format;
  readonly facts: FileFacts;
  open(): Promise<Table>;
}

export async function openSource(
  cwd: string,
  name: string,
  options: {
    input?: Format | undefined;
    encoding?: Encoding | undefined;
    delimiter?: string | undefined;
  },
): Promise<Source> {
  const path = resolve(cwd, name);
  if (!(name === '-' ? false : await assertFile(path, name))) {
    throw misuse(
      `${name === '-' ? 'stdin' : name} can be read only once`,
      'The command reads the rows several times: save them to a file first.',
    );
  }
  const format = options.input ?? formatOf(name, formats);
  const facts = await inspectFile(path, name);
  const encoding = options.encoding ?? facts.encoding;
  const { delimiter } = options;
  const open = () =>
    openRows(readFileBytes(path, name, facts.version), { name, format, encoding, delimiter });
  return { name, path, format, facts: { ...facts, encoding }, open };
}
