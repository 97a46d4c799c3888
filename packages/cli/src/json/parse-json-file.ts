import { type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import { misuse } from '../program/exit-codes.ts';
import { depthLimit, findTooDeep, tooDeep } from './depth.ts';
import { createLineIndex, type Position } from './position.ts';

/** A mistake in a JSON text. */
interface JsonSyntaxError extends Position {
  /** The problem: “property name expected”. */
  readonly problem: string;
}

/**
 * Finds the first mistake in a JSON text, or `undefined`. Comments and trailing commas are mistakes too. The parser is
 * recursive, so a text that is nested too deeply is not parsed.
 */
function findSyntaxError(text: string): JsonSyntaxError | undefined {
  let first: ParseError | undefined;
  const onError = (error: ParseError['error'], offset: number, length: number) => {
    first ??= { error, offset, length };
  };
  visit(text, { onError }, { disallowComments: true });
  if (first === undefined) return undefined;
  const problem = printParseErrorCode(first.error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return { ...createLineIndex(text)(first.offset), problem: problem.toLowerCase() };
}

/**
 * Parses the text of a JSON file.
 *
 * @throws CommandError with the place of the first mistake, or of a value that is nested too deeply. Each entry of an
 * array may have the maximum depth.
 */
export function parseJsonFile(text: string, name: string): unknown {
  const isList = /^\s*\[/.test(text);
  const deep = findTooDeep(text, isList ? depthLimit + 1 : depthLimit);
  if (deep !== undefined) {
    const { line, column } = createLineIndex(text)(deep);
    const fix = 'Write it with fewer objects and arrays inside each other.';
    throw misuse(`${name}:${line}:${column} ${tooDeep}`, fix);
  }
  try {
    return JSON.parse(text);
  } catch {
    const mistake = findSyntaxError(text);
    if (mistake === undefined) throw misuse(`${name} is not JSON`);
    throw misuse(`${name}:${mistake.line}:${mistake.column} is not JSON: ${mistake.problem}`);
  }
}
