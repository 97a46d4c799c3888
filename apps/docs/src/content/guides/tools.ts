import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guide } from './guide.ts';
import { replaceLinks } from './links.ts';

/** A page that is generated from a Markdown file of a package. */
interface ToolPage {
  name: string;
  title: string;
  summary: string;
  /** The path of the Markdown file in the repository. */
  file: string;
}

/** The pages of the tools, in order. */
const toolPages: readonly ToolPage[] = [
  {
    name: 'client',
    title: 'TypeScript client',
    summary: 'Typed methods for both APIs, with retries, paging, verification and typed errors.',
    file: 'packages/client/README.md',
  },
  {
    name: 'cli',
    title: 'Command line (CLI)',
    summary: 'Pull your workspace, write its types, check payloads and send files of leads.',
    file: 'packages/cli/README.md',
  },
  {
    name: 'cli-reference',
    title: 'Command line reference',
    summary: 'Every command of telecrm with its arguments, options and exit codes.',
    file: 'packages/cli/REFERENCE.md',
  },
  {
    name: 'sandbox-in-tests',
    title: 'Sandbox in tests',
    summary: 'Both APIs as one function, for tests without a server or a port.',
    file: 'packages/sandbox/README.md',
  },
  {
    name: 'sandbox-server',
    title: 'Sandbox server',
    summary:
      'Run the sandbox on your machine, in CI or for your team, and make it fail on purpose.',
    file: 'apps/mock/README.md',
  },
];

/** Reads the pages of the tools from the repository. */
export function readToolGuides(repository: string): Promise<Guide[]> {
  return Promise.all(
    toolPages.map(async ({ file, ...page }, order) => {
      const text = await readFile(join(repository, file), 'utf8');
      const [title = '', ...lines] = text.split('\n');
      if (!title.startsWith('# ')) throw new Error(`${file}: the first line must be a title`);
      return {
        ...page,
        file,
        apis: ['async' as const, 'sync' as const],
        group: 'tools' as const,
        order,
        line: 2,
        markdown: replaceLinks(lines.join('\n').trim(), (link, text) => linkFrom(file, link, text)),
      };
    }),
  );
}

/** Converts a link between files to a link between guides. If the file has no page, only the text remains. */
function linkFrom(file: string, link: string, text: string): string {
  if (/^(https?:|#)/.test(link)) return `[${text}](${link})`;
  const [path = '', anchor] = link.split('#');
  const target = new URL(path, `file:///${file}`).pathname.slice(1);
  const page = toolPages.find((it) => it.file === target);
  return page ? `[${text}](${page.name}.md${anchor ? `#${anchor}` : ''})` : text;
}
