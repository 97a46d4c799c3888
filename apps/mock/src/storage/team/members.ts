import type { SqlReader, SqlTransaction } from '@telecrm/sql';
import type { MemberRecord } from '@telecrm/workspace/store';
import { decodeText, encodeText, keyOf } from '../tables/text.ts';

interface MemberRow {
  identifier: string;
  member: string;
}

/** Inserts only if the email address is new and fewer than `seats` members are not deleted. */
export async function insertMember(
  transaction: SqlTransaction,
  store: number,
  record: MemberRecord,
  seats: number,
): Promise<'inserted' | 'email-taken' | 'no-free-seat'> {
  if (await getMember(transaction, store, record.identifier)) return 'email-taken';
  const [count] = await transaction.all<{ taken: number }>(
    `SELECT count(*) AS taken FROM member WHERE store = ? AND status <> 'Deleted'`,
    [store],
  );
  if ((count?.taken ?? 0) >= seats) return 'no-free-seat';
  const { identifier, member } = record;
  await transaction.run(
    `INSERT INTO member (store, seq, identifier_key, identifier, status, member)
     VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM member WHERE store = ?), ?, ?, ?, ?)`,
    [
      ...[store, store, keyOf(identifier), encodeText(identifier)],
      ...[member.status, JSON.stringify(member)],
    ],
  );
  return 'inserted';
}

export async function getMember(
  reader: SqlReader,
  store: number,
  identifier: string,
): Promise<MemberRecord | undefined> {
  const [row] = await reader.all<MemberRow>(
    'SELECT identifier, member FROM member WHERE store = ? AND identifier_key = ?',
    [store, keyOf(identifier)],
  );
  return row && toMember(row);
}

/** In the order of insertion. */
export async function listMembers(reader: SqlReader, store: number): Promise<MemberRecord[]> {
  const rows = await reader.all<MemberRow>(
    'SELECT identifier, member FROM member WHERE store = ? ORDER BY seq',
    [store],
  );
  return rows.map(toMember);
}

/** Returns the changed member, or `undefined` if it does not exist. */
export async function setMemberStatus(
  transaction: SqlTransaction,
  store: number,
  identifier: string,
  status: MemberRecord['member']['status'],
): Promise<MemberRecord | undefined> {
  const record = await getMember(transaction, store, identifier);
  if (record === undefined) return undefined;
  const member = { ...record.member, status };
  await transaction.run(
    'UPDATE member SET status = ?, member = ? WHERE store = ? AND identifier_key = ?',
    [status, JSON.stringify(member), store, keyOf(identifier)],
  );
  return { ...record, member };
}

function toMember({ identifier, member }: MemberRow): MemberRecord {
  // Only `JSON.stringify` of a team member is stored here.
  return { identifier: decodeText(identifier), member: JSON.parse(member) };
}
