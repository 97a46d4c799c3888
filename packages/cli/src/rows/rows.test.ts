import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';
import { delimiterOf } from './csv.ts';
import { inspectFile, readFileBytes } from './inspect.ts';
import { formatOf, formats, openRows } from './open.ts';

async function read(content: string | Uint8Array, name = 'leads.csv', delimiter?: string) {
  await using folder = await createTestFolder();
  const path = join(folder.path, name);
  await writeFile(path, content);
  const { encoding } = await inspectFile(path, name);
  const table = await openRows(readFileBytes(path, name), {
    ...{ name, format: formatOf(name, formats), encoding, delimiter },
  });
  const rows: unknown[] = [];
  for await (const { number, line, ...row } of table.rows)
    rows.push([number, line, ...Object.values(row).slice(1)]);
  return { encoding, columns: table.columns, rows };
}

/** The message of a rejected file. */
async function rejectionOf(content: string | Uint8Array, name?: string): Promise<string> {
  return read(content, name).then(
    () => 'taken',
    (error) => error.message,
  );
}

it.each([
  ['a,b', ','],
  ['a;b;c,d', ';'],
  ['a\tb', '\t'],
  ['a|b', '|'],
  ['"a,b,c";d', ';'],
  ['a', ','],
])('detects the delimiter of %j: %j', (header, delimiter) => {
  expect(delimiterOf(header)).toBe(delimiter);
});

it('numbers rows and lines', async () => {
  const { columns, rows } = await read('Name ,Phone\nJane,1\n\n"two\nlines",2\nshort\n');
  expect(columns).toEqual(['Name', 'Phone']);
  expect(rows).toEqual([
    [1, 2, ['Jane', '1']],
    [2, 4, ['two\nlines', '2']],
    [3, 6, ['short']],
  ]);
});

it.each([
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFName\nRenée\n'), 'utf-8'],
  ['UTF-8', Buffer.from('Name\nRenée\n'), 'utf-8'],
  ['windows-1252', Buffer.from('Name\nRenée\n', 'latin1'), 'windows-1252'],
  ['UTF-16 with a mark', Buffer.from('\uFEFFName\nRenée\n', 'utf16le'), 'utf-16le'],
  ['UTF-16 without one', Buffer.from('Name\nRenée\n', 'utf16le'), 'utf-16le'],
  ['UTF-16 BE', Buffer.from('\uFEFFName\nRenée\n', 'utf16le').swap16(), 'utf-16be'],
  ['UTF-16 BE without one', Buffer.from('Name\nRenée\n', 'utf16le').swap16(), 'utf-16be'],
])('reads %s', async (_, content, encoding) => {
  expect(await read(content)).toEqual({ encoding, columns: ['Name'], rows: [[1, 2, ['Renée']]] });
});

it('reads the whole file as windows-1252 if one byte is not UTF-8', async () => {
  const lines = Buffer.from(`Name\n${'Jane\n'.repeat(200_000)}`);
  const { encoding, rows } = await read(Buffer.concat([lines, Buffer.from([0xe9, 0x0a])]));
  expect(encoding).toBe('windows-1252');
  expect(rows.at(-1)).toEqual([200_001, 200_002, ['é']]);
});

it('reports the first byte that is invalid in the encoding', async () => {
  await using folder = await createTestFolder();
  await folder.write('x.csv', new Uint8Array([0x61, 0x0a, 0xff, 0xfe]));
  const path = join(folder.path, 'x.csv');
  const table = openRows(readFileBytes(path, 'x.csv'), {
    ...{ name: 'x.csv', format: 'csv', encoding: 'utf-8' },
  });
  await expect(table).rejects.toThrow('x.csv is not in utf-8, from about byte 0 on');
});

it.each([
  ['', 'leads.csv is empty'],
  ['a,a\n1,2\n', 'leads.csv has the column “a” twice'],
  ['a,b\n1,"open\n2,3\n', 'leads.csv:2 opens a quote that is never closed'],
  ['a,b\n1,2\nx"y",3\n', 'leads.csv:3 has a quote in the wrong place'],
  ['a,b\n1,"x"y\n', 'leads.csv:2 has a quote in the wrong place'],
  [
    `a,b\n1,"${'x\n'.repeat(600_000)}`,
    /^leads\.csv:\d+ has a row of more than 1000000 characters$/,
  ],
  [`${'x'.repeat(3_000_000)}\n`, /has a row of more than 1000000 characters$/],
  ['PK\u0003\u0004\0\0,\0\n', 'leads.csv is a spreadsheet, not a text file'],
  [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'leads.csv is a spreadsheet, not a text file'],
  ['a,b\0\n', 'leads.csv is not a text file'],
])('rejects CSV %.20j', async (content, message) => {
  expect(await rejectionOf(content)).toMatch(message);
});

it('continues after invalid rows', async () => {
  const { rows } = await read('a,b\n1,2,3\n4,5,\n6,7\0\n8,9\n');
  expect(rows).toEqual([
    [1, 2, expect.stringContaining('has 3 cells for 2 columns')],
    [2, 3, ['4', '5', '']],
    [3, 4, expect.stringContaining('NUL')],
    [4, 5, ['8', '9']],
  ]);
});

it('reads NDJSON, and continues after lines that are not JSON or too long', async () => {
  const long = `"${'x'.repeat(2_000_000)}"`;
  const { rows } = await read(`{"a":1}\r\n\n{nope\n${long}\n[1]\n  \n${long}`, 'x.ndjson');
  expect(rows).toEqual([
    [1, 1, { a: 1 }],
    [2, 3, 'is not JSON'],
    [3, 4, 'is longer than 1000000 characters'],
    [4, 5, [1]],
    [5, 7, 'is longer than 1000000 characters'],
  ]);
});

it('detects the format by the file name', () => {
  expect(['a.CSV', 'a.tsv', 'a.jsonl', 'a.ndjson'].map((name) => formatOf(name, formats))).toEqual([
    ...['csv', 'csv', 'ndjson', 'ndjson'],
  ]);
  expect(() => formatOf('leads.yaml', formats)).toThrow('leads.yaml is neither CSV nor NDJSON');
  expect(() => formatOf('leads.XLSX', formats)).toThrow('leads.XLSX is a spreadsheet');
});

it('reports a missing file, and a path that is not a file', async () => {
  await using folder = await createTestFolder();
  await expect(inspectFile(join(folder.path, 'x.csv'), 'x.csv')).rejects.toThrow(
    'there is no x.csv',
  );
  await expect(inspectFile(folder.path, 'folder')).rejects.toThrow('folder is a directory');
});
