import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const source = new URL('young-generation.ts', import.meta.url).href;

/** The largest young generation of a process, in MB, whose objects survive several collections. */
async function largest(maxSize: number): Promise<number> {
  const code = `import { getHeapSpaceStatistics } from 'node:v8';
    import { setImmediate } from 'node:timers/promises';
    import { limitYoungGeneration } from ${JSON.stringify(source)};
    limitYoungGeneration(${maxSize});
    const kept = [];
    let largest = 0;
    for (let turn = 0; turn < 1000; turn++) {
      kept.push(Array.from({ length: 2000 }, (_, index) => ({ index })));
      if (kept.length > 40) kept.shift();
      const [space] = getHeapSpaceStatistics().filter((one) => one.space_name === 'new_space');
      largest = Math.max(largest, space.space_size);
      await setImmediate();
    }
    console.log(largest / 2 ** 20);
    process.exit();`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--input-type=module', '--eval', code],
  ]);
  return Number(stdout);
}

it('lets the young generation grow as far as the limit says', async () => {
  const MB = 2 ** 20;
  const [none, limited, unlimited] = await Promise.all([0, 8 * MB, 2 ** 40].map(largest));
  expect(limited).toBeGreaterThanOrEqual(8);
  expect(none).toBeLessThan(8);
  expect(unlimited).toBeGreaterThan(limited ?? 0);
});
