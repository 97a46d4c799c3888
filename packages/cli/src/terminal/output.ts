import { printable } from './printable.ts';
import { type Style, styleFor } from './style.ts';
import type { Terminal } from './terminal.ts';

/** Where a command writes to. */
export interface Output {
  /** Whether results are JSON. */
  readonly json: boolean;
  /** For the text of a result. */
  readonly style: Style;
  /** The one result of a command: the data with `--json`, else the text. */
  result(data: object, text: () => string): void;
  /** Something to know on the way, which does not change the result. */
  note(message: string): void;
  /** What kept a command from finishing, beside its result. */
  error(problem: string, fix?: string): void;
  /** Something that is probably not wanted. */
  warn(message: string): void;
}

export function createOutput(terminal: Terminal, { json = false }: { json?: boolean }): Output {
  const { stdout, stderr, env } = terminal;
  const errors = styleFor(stderr, env);
  return {
    json,
    style: styleFor(stdout, env),
    result(data, text) {
      const written = json ? JSON.stringify(data) : text();
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
