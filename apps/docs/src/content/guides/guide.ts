import { readFile } from 'node:fs/promises';
import type { ApiName, Operation } from '@telecrm/spec/model';

/** The groups in the list of pages. */
type GuideGroup = 'start' | 'concepts' | 'tasks' | 'reference' | 'tools';

/** The headings of the groups, in order. */
const groupTitles: Record<GuideGroup, string> = {
  start: 'Start',
  concepts: 'Concepts',
  tasks: 'Tasks',
  reference: 'Reference',
  tools: 'Tools',
};

/** A guide, in the format of `@telecrm/spec/guides.json`. */
export interface Guide {
  name: string;
  title: string;
  summary: string;
  apis: ApiName[];
  group: GuideGroup;
  order: number;
  markdown: string;
  /** The path of its file in the repository. By default, it is the file in `spec/guides` with its name. */
  file?: string;
  /** The line in its file where the Markdown starts. */
  line: number;
}

/** Reads the guides, in order. */
export async function readGuides(file: string): Promise<Guide[]> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The guides by the heading of their group. */
export function byGroup(guides: readonly Guide[]): [title: string, guides: Guide[]][] {
  return [...Map.groupBy(guides, ({ group }) => group)].map(([group, list]) => [
    groupTitles[group],
    list,
  ]);
}

/** The guides that link to an operation, in order. */
export function guidesFor({ id }: Operation, guides: readonly Guide[]): Guide[] {
  return guides.filter(({ markdown }) => markdown.includes(`(operation:${id})`));
}
