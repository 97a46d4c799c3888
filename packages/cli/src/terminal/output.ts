import { jsonText, printable } from './printable.ts';
import { type Style, styleFor } from './style.ts';
import type { Terminal } from './terminal.ts';

/** The output of a command. */
export interface Output {
  /** Whether results are JSON. */
  readonly json: boolean;
  /** Styles the text of a result. */
  readonly style: Style;
  /** Prints the result of a command: the data with `--json`, otherwise the text. */
  result(data: object, text: () => string): void;
  /** Prints additional information, which is not part of the result. */
  note(message: string): void;
  /** Prints the error that stopped a command, in addition to its result. */
  error(problem: string, fix?: string): void;
  /** Prints a warning about something that is probably unintended. */
  warn(message: string): void;
}

export function createOutput(terminal: Terminal, { json = false }: { json?: boolean }): Output {
  const { stdout, stderr, env } = terminal;
  const errors = styleFor(stderr, env);
  return {
    json,
    style: styleFor(stdout, env),
    result(data, text) {
      const written = json ? jsonText(data) : text();
      if (written !== '') stdout.write(`${written}\n`);
    },
    note: (message) => void stderr.write(`${printable(message)}\n`),
    error(problem, fix) {
      stderr.write(`${errors.red('error')}: ${printable(problem)}\n`);
      if (fix) stderr.write(`${printable(fix)}\n`);
    },
    warn: (message) => void stderr.write(`${errors.yellow('warning')}: ${printable(message)}\n`),
  };
}
