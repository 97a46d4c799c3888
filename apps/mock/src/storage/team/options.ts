import type { SqlReader, SqlTransaction } from '@telecrm/sql';
import { decodeText, encodeText, keyOf } from '../tables/text.ts';

/** Adds an option to a field unless it exists. */
export async function addOption(
  transaction: SqlTransaction,
  store: number,
  field: string,
  label: string,
): Promise<void> {
  await transaction.run(
    `INSERT INTO field_option (store, seq, field_key, field, label_key, label)
     VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM field_option WHERE store = ?), ?, ?, ?, ?)
     ON CONFLICT (store, field_key, label_key) DO NOTHING`,
    [store, store, keyOf(field), encodeText(field), keyOf(label), encodeText(label)],
  );
}

/** The labels of a field, oldest first. */
export async function listOptions(
  reader: SqlReader,
  store: number,
  field: string,
): Promise<string[]> {
  const rows = await reader.all<{ label: string }>(
    'SELECT label FROM field_option WHERE store = ? AND field_key = ? ORDER BY seq',
    [store, keyOf(field)],
  );
  return rows.map(({ label }) => decodeText(label));
}

/** All options, by field. */
export async function allOptions(
  reader: SqlReader,
  store: number,
): Promise<{ field: string; labels: string[] }[]> {
  const rows = await reader.all<{ field: string; label: string }>(
    'SELECT field, label FROM field_option WHERE store = ? ORDER BY seq',
    [store],
  );
  const byField = Map.groupBy(rows, ({ field }) => decodeText(field));
  return [...byField].map(([field, ofField]) => ({
    field,
    labels: ofField.map(({ label }) => decodeText(label)),
  }));
}
