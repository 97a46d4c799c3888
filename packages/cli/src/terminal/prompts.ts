import * as clack from '@clack/prompts';
import { CommandError, exitCodes } from '../program/exit-codes.ts';
import { printable } from './printable.ts';
import type { Terminal } from './terminal.ts';

interface Question {
  readonly message: string;
  readonly initialValue?: string;
}

/** Asks for a line of text. Ctrl-C ends the command. */
export async function askText(
  terminal: Terminal,
  { message, initialValue = '' }: Question,
  /** What is wrong with an answer, if anything. */
  validate: (answer: string) => string | undefined,
): Promise<string> {
  const answer = await clack.text({
    ...streams(terminal),
    message: printable(message),
    initialValue,
    validate: (text) => validate(text ?? ''),
  });
  if (clack.isCancel(answer)) throw interrupted();
  return answer;
}

/** Results go to stdout, so that questions stand on stderr. */
function streams({ stdin, stderr, signal }: Terminal) {
  return { input: stdin, output: stderr, signal };
}

function interrupted(): CommandError {
  return new CommandError(exitCodes.interrupted, 'interrupted');
}
