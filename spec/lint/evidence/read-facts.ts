import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entries, isNode, isText } from '../document/document.ts';
import type { Mark } from './mark.ts';
import { parseYaml } from './parse-yaml.ts';

/** One statement in the evidence, with its source. */
export interface Fact {
  readonly subject: string;
  readonly key: string;
  readonly value: string;
  /** The mark that the spec must have: none for statements of a page and for our own wording. */
  readonly mark: Mark;
  /** For people: `“Actions” (/concepts/actions, line 20)`. */
  readonly source: string;
  /** The address of the page, if a page states it. */
  readonly address?: string;
}

/** Keys with one fact per list entry. For other keys, a list is a single value. */
const perEntry = [
  'says',
  'keys',
  'enum',
  'required',
  'examples',
  'statuses',
  'parameters',
  'servers',
];

/** All statements in the evidence files of a spec folder. */
export async function readFacts(spec: string): Promise<Fact[]> {
  const files = globSync('evidence/**/*.yaml', { cwd: spec }).sort();
  const read = files.map(async (file) =>
    factsOf(file, parseYaml(await readFile(join(spec, file), 'utf8'))),
  );
  return (await Promise.all(read)).flatMap((facts) => [...facts]);
}

function* factsOf(file: string, list: unknown): Iterable<Fact> {
  if (!isNode(list)) return;
  const mark = /^evidence\/(observed|inferred)\.yaml$/.exec(file)?.[1] as Mark;
  for (const [subject, stated] of entries(list.states)) {
    const { lines, ...facts } = isNode(stated) ? stated : {};
    const place = lines === undefined ? list.address : `${list.address}, lines ${lines}`;
    const source = 'page' in list ? `“${list.page}” (${place})` : file;
    for (const [key, value] of Object.entries(facts)) {
      for (const one of valuesOf(key, value)) {
        yield {
          subject,
          key,
          value: typeof one === 'string' ? one : JSON.stringify(one),
          mark,
          source,
          ...(isText(list.address) && { address: list.address }),
        };
      }
    }
  }
}

function valuesOf(key: string, value: unknown): readonly unknown[] {
  const keyword = key.slice(key.lastIndexOf('.') + 1);
  return Array.isArray(value) && perEntry.includes(keyword) ? value : [value];
}
