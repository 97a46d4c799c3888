/** Reads the guides: Markdown files whose front matter has a few plain keys. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** The APIs a guide can belong to. */
const apis = ['async', 'sync'] as const;
type Api = (typeof apis)[number];

/** The groups in the list of pages, in order. */
const groups = ['start', 'concepts', 'tasks', 'reference'] as const;

export interface Guide {
  /** The file name without its extension, which is also the address of the guide. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly apis: readonly Api[];
  /** Its group in the list of pages. */
  readonly group: (typeof groups)[number];
  /** Its position within the group. */
  readonly order: number;
  /** The Markdown below the front matter. */
  readonly markdown: string;
  /** The line of the file where the Markdown starts. */
  readonly line: number;
}

/** A problem in a file, in the form that editors recognize. */
export class GuideError extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line} ${message}`);
  }
}

/** The guides of a spec folder, in order. */
export function readGuides(spec: string): Guide[] {
  return globSync('guides/*.md', { cwd: spec })
    .map((file) => parseGuide(file, readFileSync(join(spec, file), 'utf8')))
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order);
}

/** Reads one guide from its text; `file` is for messages. */
export function parseGuide(file: string, text: string): Guide {
  const [, head, markdown] = text.match(/^---\n(.*?)\n---\n+(.*)$/s) ?? [];
  if (head === undefined || markdown === undefined) {
    throw new GuideError(file, 1, 'guide-front-matter: start with `---`, keys and `---`.');
  }
  const line = text.slice(0, text.length - markdown.length).split('\n').length;
  const values: Record<string, unknown> = parse(head) ?? {};
  const lineOf = (key: string) => 2 + head.split('\n').findIndex((it) => it.startsWith(`${key}:`));
  const wrong = (key: string, expected: string) =>
    new GuideError(
      file,
      Math.max(lineOf(key), 1),
      `guide-front-matter: \`${key}\` is ${expected}.`,
    );
  const { title, summary, order, ...rest } = values;
  const extra = Object.keys(rest).find((key) => key !== 'apis' && key !== 'group');
  if (extra)
    throw wrong(extra, 'no key of a guide: those are title, summary, apis, group and order');
  if (typeof title !== 'string' || title === '') throw wrong('title', 'a text');
  if (typeof summary !== 'string' || !summary.endsWith('.')) {
    throw wrong('summary', 'a sentence with a full stop: it is the description of the page');
  }
  if (typeof order !== 'number') throw wrong('order', 'a number');
  const chosen = apis.filter((api) => rest.apis === 'both' || rest.apis === api);
  if (chosen.length === 0) throw wrong('apis', '`sync`, `async` or `both`');
  const group = groups.find((it) => it === rest.group);
  if (!group) throw wrong('group', `one of ${groups.join(', ')}`);
  return {
    name: basename(file, '.md'),
    title,
    summary,
    apis: chosen,
    group,
    order,
    markdown,
    line,
  };
}
