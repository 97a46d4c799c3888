import fs, { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWriteAheadLog, type WriteAheadLog } from './write-ahead-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-wal-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a power failure leaves: of the pages that were written after the last flush, any may be on disk. */
interface Image {
  readonly acknowledged: number;
  readonly database: Buffer;
  readonly log: Buffer;
}

const pageSize = 4096;

/** A mix of the pages of a file as it was flushed and as it is. */
function torn(flushed: Buffer, current: Buffer, isNew: (page: number) => boolean): Buffer {
  const mixed = Buffer.from(current);
  for (let start = 0, page = 0; start < mixed.length; start += pageSize, page++) {
    if (isNew(page)) continue;
    mixed.fill(0, start, Math.min(start + pageSize, mixed.length));
    if (start < flushed.length) flushed.copy(mixed, start, start, start + pageSize);
  }
  return mixed;
}

describe('a power failure', () => {
  let file: string;
  let handle: DatabaseSync;
  let log: WriteAheadLog;
  let acknowledged = 0;
  let images: Image[] = [];

  beforeEach(() => {
    file = join(folder, 'database');
    handle = new DatabaseSync(file);
    handle.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE item (number INTEGER PRIMARY KEY, content TEXT); CREATE INDEX content ON item (content)`);
    // With a slow disk, no flush runs in this thread, so that each is seen below.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now++);
    log = createWriteAheadLog(handle, file, { intervalMs: 0, minSize: 0 });
    acknowledged = 0;
    images = [];
    const read = () => ({ database: readFileSync(file), log: readFileSync(`${file}-wal`) });
    let flushed = read();
    const flush = fs.fdatasync;
    vi.spyOn(fs, 'fdatasync').mockImplementation((descriptor, callback) => {
      const current = read();
      for (const remainder of [0, 1]) {
        const isNew = (page: number) => page % 2 === remainder;
        images.push({
          acknowledged,
          database: torn(flushed.database, current.database, isNew),
          log: torn(flushed.log, current.log, isNew),
        });
      }
      const isLog = fs.fstatSync(descriptor).ino === fs.statSync(`${file}-wal`).ino;
      const after = isLog ? { log: current.log } : { database: current.database };
      flush(descriptor, (error) => {
        flushed = { ...flushed, ...after };
        callback(error);
      });
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    log.close();
    rmSync(file);
  });

  it('during any flush leaves everything that was acknowledged', async () => {
    const insert = handle.prepare('INSERT INTO item (content) VALUES (?)');
    for (let group = 0; group < 12; group++) {
      await log.begin();
      handle.exec('BEGIN');
      for (let row = 0; row < 20; row++) insert.run(`${(row * 7919) % 1000} ${'x'.repeat(300)}`);
      handle.exec('COMMIT');
      await log.flush();
      acknowledged += 20;
    }
    expect(images.length).toBeGreaterThan(40);
    for (const image of images) {
      const copy = join(folder, 'copy');
      writeFileSync(copy, image.database);
      writeFileSync(`${copy}-wal`, image.log);
      const reopened = new DatabaseSync(copy);
      expect({ ...reopened.prepare('PRAGMA integrity_check').get() }).toEqual({
        integrity_check: 'ok',
      });
      const [{ total } = { total: 0 }] = reopened
        .prepare('SELECT count(*) AS total FROM item')
        .all();
      expect(Number(total)).toBeGreaterThanOrEqual(image.acknowledged);
      reopened.close();
    }
  });
});
