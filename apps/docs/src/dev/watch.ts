import { once } from 'node:events';
import { watch } from 'chokidar';

/** Calls back with each file under the folders that is saved, added or removed, if its name ends as wanted. */
export async function watchFiles(
  folders: string[],
  extensions: string[],
  onSave: (file: string) => void,
): Promise<{ close(): Promise<void> }> {
  const watcher = watch(folders, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      stats?.isFile() === true && !extensions.some((extension) => path.endsWith(extension)),
  });
  watcher.on('all', (event, file) => {
    if (event === 'add' || event === 'change' || event === 'unlink') onSave(file);
  });
  await once(watcher, 'ready');
  return watcher;
}
