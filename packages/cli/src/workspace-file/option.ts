import { Option } from '@commander-js/extra-typings';
import { fileName } from '../program/arguments.ts';
import { defaultFileName } from './read.ts';

/** The option of every command that reads the workspace file. */
export function workspaceOption() {
  return new Option('--workspace <file>', 'the workspace file')
    .argParser(fileName)
    .default(defaultFileName);
}
