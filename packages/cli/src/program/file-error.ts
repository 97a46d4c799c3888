/** What to do about an error of the file system, by its code. */
export function fileErrorFix(code: unknown): string | undefined {
  switch (code) {
    case 'ENOENT':
      return 'Its folder does not exist: create it first, or use another name.';
    case 'EISDIR':
      return 'It is a directory: pass the name of a file.';
    case 'ENOTDIR':
      return 'A part of its path is a file, not a folder: use another name.';
    case 'EACCES':
    case 'EPERM':
      return 'You have no permission: check the owner and the mode of the file and its folder.';
    default:
      return undefined;
  }
}
