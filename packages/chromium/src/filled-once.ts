import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder that is filled once and found there ever after, by other processes too. It gets its name only when it is
 * whole, so that nobody meets half of it.
 *
 * @param fill - Fills the folder that it is told; the second folder is where the first is going to be.
 */
export async function filledOnce(
  parent: string,
  name: string,
  fill: (fresh: string, place: string) => Promise<void>,
): Promise<string> {
  const place = join(parent, name);
  if (existsSync(place)) return place;
  await mkdir(parent, { recursive: true });
  const fresh = await mkdtemp(join(parent, 'filling-'));
  try {
    await fill(fresh, place);
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, { recursive: true });
    // Another process may have been faster; then its folder serves as well.
    if (!existsSync(place)) throw error;
  }
  return place;
}
