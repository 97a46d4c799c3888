import { type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import { type CommandError, misuse } from '../program/exit-codes.ts';
import { createLineIndex, type Position } from './position.ts';

/** A mistake in a JSON text. */
export interface JsonSyntaxError extends Position {
  /** The problem: “property name expected”. */
  readonly problem: string;
}

/**
 * Finds the first mistake in a JSON text, or `undefined`. Comments and trailing commas are mistakes too. A mistake inside
 * thousands of nested values is not found.
 */
export function findSyntaxError(text: string): JsonSyntaxError | undefined {
  let first: ParseError | undefined;
  const onError = (error: ParseError['error'], offset: number, length: number) => {
    first ??= { error, offset, length };
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch (error) {
    // The parser is recursive, so the stack limits how deeply a text can be nested.
    if (!(error instanceof RangeError)) throw error;
  }
  if (first === undefined) return undefined;
  const problem = printParseErrorCode(first.error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return { ...createLineIndex(text)(first.offset), problem: problem.toLowerCase() };
}

/** The error for a file with such a mistake. */
export function notJson(name: string, { line, column, problem }: JsonSyntaxError): CommandError {
  return misuse(`${name}:${line}:${column} is not JSON: ${problem}`);
}
