import { once } from 'node:events';
import { watch } from 'chokidar';

/** Calls `onSave` with each file in the folders that is added, changed or deleted and has one of the extensions. */
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
