import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The user `nobody`, which every Linux has. */
const nobody = { uid: 65_534, gid: 65_534 };

/** The user for programs that do not run as root: nobody if this process is root, otherwise the same user. */
export const unprivileged: { uid?: number; gid?: number } = process.getuid?.() === 0 ? nobody : {};

/**
 * A folder of programs that the unprivileged user can access: the original one, or a copy if it is, for example, in the
 * home folder of root.
 *
 * @param program The path of one of the programs within the folder.
 */
export async function reachable(folder: string, program: string, temporary: string) {
  try {
    const options = { ...unprivileged, cwd: '/' };
    await promisify(execFile)(join(folder, program), ['--version'], options);
    return folder;
  } catch {
    const copy = join(temporary, 'programs');
    await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
}
