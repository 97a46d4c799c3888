import { callerOf } from '@telecrm/caller';
import { defaultCredentials } from '@telecrm/sandbox';
import pg from 'pg';
import { startSandbox } from './sandbox-process.ts';

/**
 * Fills the default workspace with leads that have a name, a phone and a status, within the server itself. Their IDs
 * increase, as those of the sandbox do.
 */
export async function fillInServer(url: string, leads: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SET search_path = telecrm_sandbox');
  const { rows } = await client.query(`SELECT content FROM workspace WHERE enterprise_id = $1`, [
    defaultCredentials.enterpriseId,
  ]);
  const store = String(rows[0].content);
  await client.query(`SELECT set_config('telecrm.store', $1, false)`, [store]);
  const numbers = `generate_series(1000, ${leads + 999}) AS n`;
  const time = '1790000000000 + n';
  await client.query(
    `INSERT INTO lead (store, seq, id, identifier, identifier_key, fields, created_on, modified_on, words)
     SELECT ${store}, n, lpad(to_hex(n), 24, '0'), 9180000000000 + n, 9180000000000 + n,
       '{"phone":"' || (9180000000000 + n) || '","name":"Lead ' || n || '","status":"' ||
       CASE n % 5 WHEN 0 THEN 'Won' ELSE 'Fresh' END || '"}', ${time}, ${time}, 'lead ' || n
     FROM ${numbers}`,
  );
  const values = `INSERT INTO lead_value (store, field, value, created_on, seq, exact) SELECT ${store}`;
  await client.query(`${values}, 'name', 'lead ' || n, ${time}, n, 'Lead ' || n FROM ${numbers}`);
  await client.query(
    `${values}, 'status', CASE n % 5 WHEN 0 THEN 'won' ELSE 'fresh' END, ${time}, n,
     CASE n % 5 WHEN 0 THEN 'Won' ELSE 'Fresh' END FROM ${numbers}`,
  );
  await client.query('ANALYZE lead; ANALYZE lead_value');
  await client.end();
}

/** The 99th percentile of searches by identifier and by a name, in milliseconds, in a database with many leads. */
export async function searchMany(
  url: string,
  { leads, searches }: { leads: number; searches: number },
): Promise<{ byIdentifier: number; byName: number; byStatus: number }> {
  const server = await startSandbox('--database-url', url);
  try {
    await fillInServer(url, leads);
    const { sync } = callerOf(server);
    const p99 = async (bodyOf: (number: number) => unknown, count = searches) => {
      const times: number[] = [];
      for (let index = 0; index < count; index++) {
        const number = 1000 + Math.floor(Math.random() * leads);
        const began = performance.now();
        const { status, body } = await sync('POST', '/lead/search', { fields: bodyOf(number) });
        times.push(performance.now() - began);
        if (status !== 200 || body.total_count === 0) throw new Error('A search found nothing');
      }
      return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
    };
    return {
      byIdentifier: await p99((number) => ({ phone: String(9_180_000_000_000 + number) })),
      byName: await p99((number) => ({ name: `lead ${number}` })),
      byStatus: await p99(() => ({ status: 'Won' }), Math.ceil(searches / 20)),
    };
  } finally {
    await server.kill();
  }
}
