import type { TeamMember } from '../../definition/index.ts';
import type { MemberRecord } from '../records.ts';
import type { UndoLog } from './undo-log.ts';

/** The team, in memory. Each write adds its inverse to the undo log. */
export interface MemoryTeam {
  readonly size: number;
  insert(
    record: MemberRecord,
    seats: number,
    undo: UndoLog,
  ): 'inserted' | 'email-taken' | 'no-free-seat';
  get(identifier: string): MemberRecord | undefined;
  setStatus(
    identifier: string,
    status: TeamMember['status'],
    undo: UndoLog,
  ): MemberRecord | undefined;
  /** In the order in which they were inserted. */
  all(): MemberRecord[];
}

export function createMemoryTeam(): MemoryTeam {
  const byIdentifier = new Map<string, MemberRecord>();

  return {
    get size() {
      return byIdentifier.size;
    },
    insert(record, seats, undo) {
      const { identifier } = record;
      if (byIdentifier.has(identifier)) return 'email-taken';
      const occupied = [...byIdentifier.values()].filter(
        ({ member }) => member.status !== 'Deleted',
      );
      if (occupied.length >= seats) return 'no-free-seat';
      byIdentifier.set(identifier, record);
      undo.add(() => byIdentifier.delete(identifier));
      return 'inserted';
    },
    get: (identifier) => byIdentifier.get(identifier),
    setStatus(identifier, status, undo) {
      const record = byIdentifier.get(identifier);
      if (record === undefined) return undefined;
      const changed = { identifier, member: { ...record.member, status } };
      byIdentifier.set(identifier, changed);
      undo.add(() => byIdentifier.set(identifier, record));
      return changed;
    },
    all: () => [...byIdentifier.values()],
  };
}
