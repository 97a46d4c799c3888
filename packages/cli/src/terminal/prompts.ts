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
  /** Returns the problem with an answer, if any. */
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

/** Asks for one of several values. */
export async function askChoice<Value extends string>(
  terminal: Terminal,
  { message, initialValue }: { message: string; initialValue: NoInfer<Value> },
  options: readonly { value: Value; label: string; hint?: string }[],
): Promise<Value> {
  const answer = await clack.select<string>({
    ...streams(terminal),
    message: printable(message),
    initialValue,
    options: options.map(({ value, label, hint }) => ({
      value,
      label: printable(label),
      ...(hint && { hint: printable(hint) }),
    })),
  });
  if (clack.isCancel(answer)) throw interrupted();
  const [option] = options.filter(({ value }) => value === answer);
  return option?.value ?? initialValue;
}

/** Asks a yes/no question. */
export async function askYesNo(terminal: Terminal, message: string): Promise<boolean> {
  const options = { ...streams(terminal), message: printable(message), initialValue: true };
  const answer = await clack.confirm(options);
  if (clack.isCancel(answer)) throw interrupted();
  return answer;
}

/** Results are printed to stdout, so questions go to stderr. */
function streams({ stdin, stderr, signal }: Terminal) {
  return { input: stdin, output: stderr, signal };
}

function interrupted(): CommandError {
  return new CommandError(exitCodes.interrupted, 'interrupted');
}
