import { readFile } from 'node:fs/promises';
import type { ApiName, Operation } from '@telecrm/spec/model';

/** A guide, as `@telecrm/spec/guides.json` has it. */
export interface Guide {
  name: string;
  title: string;
  summary: string;
  apis: ApiName[];
  order: number;
  markdown: string;
  /** The line of its file on which the Markdown starts. */
  line: number;
}

/** Reads the guides in their order. */
export async function readGuides(file: string): Promise<Guide[]> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The guides that link to an operation, in their order. */
export function guidesFor({ id }: Operation, guides: readonly Guide[]): Guide[] {
  return guides.filter(({ markdown }) => markdown.includes(`(operation:${id})`));
}
