import { Option } from '@commander-js/extra-typings';
import { defaultFileName } from './read.ts';

/** The option of every command that reads the workspace file. */
export function workspaceOption() {
  return new Option('--workspace <file>', 'the workspace file').default(defaultFileName);
}
