import { CommandError, misuse } from '../program/exit-codes.ts';

/** The code of an error of the operating system, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  return String(error.code);
}

/**
 * Converts an error of the file system to a message with the name that the user passed. Returns any other error
 * unchanged.
 */
export function describeFileError(error: unknown, name: string, problem: string): unknown {
  const code = systemCode(error);
  if (error instanceof CommandError || code === undefined) return error;
  return misuse(`${name} ${problem} (${code})`, fileErrorFix(code));
}

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
    case 'EROFS':
      return 'Its file system is read-only: use another folder.';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full: free some space, or use another folder.';
    case 'ELOOP':
      return 'Its symbolic links form a loop: pass the file itself.';
    case 'ENAMETOOLONG':
      return 'Its name is too long: use a shorter one.';
    default:
      return undefined;
  }
}
