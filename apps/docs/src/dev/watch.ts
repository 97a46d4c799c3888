import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const interval = 150;

/**
 * Calls back with the names of the source files that were saved, new or removed. It looks at the files themselves: the
 * system's notices get lost where an editor replaces a file by another.
 */
export function watchFiles(patterns: string[], saved: (files: string[]) => void) {
  let before = look(patterns);
  const timer = setInterval(() => {
    const now = look(patterns);
    const names = new Set([...before.keys(), ...now.keys()]);
    const changed = [...names].filter((name) => before.get(name) !== now.get(name));
    before = now;
    if (changed.length > 0) saved(changed);
  }, interval);
  return { close: () => clearInterval(timer) };
}

function look(patterns: string[]): Map<string, string> {
  const files = patterns.flatMap((pattern) => globSync(pattern));
  return new Map(
    files.map((file) => {
      const found = statSync(join(file), { throwIfNoEntry: false });
      return [file, `${found?.mtimeMs} ${found?.size}`];
    }),
  );
}
