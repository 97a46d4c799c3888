import { readFile } from 'node:fs/promises';
import type { ApiName, Operation } from '@telecrm/spec/model';

/** The groups of the list of pages. */
type GuideGroup = 'start' | 'concepts' | 'tasks' | 'reference' | 'tools';

/** The heading of each group, in their order. */
const groupTitles: Record<GuideGroup, string> = {
  start: 'Start',
  concepts: 'Concepts',
  tasks: 'Tasks',
  reference: 'Reference',
  tools: 'Tools',
};

/** A guide, as `@telecrm/spec/guides.json` has it. */
export interface Guide {
  name: string;
  title: string;
  summary: string;
  apis: ApiName[];
  group: GuideGroup;
  order: number;
  markdown: string;
  /** Its file, from the root of the repository; that of a guide of the spec follows from its name. */
  file?: string;
  /** The line of its file on which the Markdown starts. */
  line: number;
}

/** Reads the guides in their order. */
export async function readGuides(file: string): Promise<Guide[]> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The guides under the heading of their group. */
export function byGroup(guides: readonly Guide[]): [title: string, guides: Guide[]][] {
  return [...Map.groupBy(guides, ({ group }) => group)].map(([group, list]) => [
    groupTitles[group],
    list,
  ]);
}

/** The guides that link to an operation, in their order. */
export function guidesFor({ id }: Operation, guides: readonly Guide[]): Guide[] {
  return guides.filter(({ markdown }) => markdown.includes(`(operation:${id})`));
}
