import { findTooDeep, tooDeep } from '../json/depth.ts';
import { maxRowLength, type Row } from './row.ts';

/** Parses a JSON value from each line that is not blank. An invalid line does not affect the others. */
export async function* readNdjson(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let number = 0;
  for await (const { line, content } of readLines(text)) {
    if (content !== undefined && content.trim() === '') continue;
    const place = { number: ++number, line };
    if (content === undefined) {
      const problem = `is longer than ${maxRowLength} characters`;
      yield { ...place, kind: 'broken', problem };
      continue;
    }
    yield parseLine(content, place);
  }
}

function parseLine(content: string, place: { number: number; line: number }): Row {
  if (findTooDeep(content) !== undefined) return { ...place, kind: 'broken', problem: tooDeep };
  try {
    return { ...place, kind: 'value', value: JSON.parse(content) };
  } catch {
    return { ...place, kind: 'broken', problem: 'is not JSON' };
  }
}

/** The lines of a text. A line that is too long has no content, which limits memory. */
async function* readLines(
  text: AsyncIterable<string>,
): AsyncGenerator<{ line: number; content: string | undefined }> {
  let line = 1;
  let rest: string | undefined = '';
  for await (const chunk of text) {
    const lines = chunk.split('\n');
    const last = lines.pop() ?? '';
    for (const content of lines) {
      yield { line: line++, content: rest === undefined ? undefined : rest + content };
      rest = '';
    }
    if (rest !== undefined) rest += last;
    if (rest !== undefined && rest.length > maxRowLength) rest = undefined;
  }
  if (rest !== '') yield { line, content: rest };
}
