import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slug as anchorOf } from 'github-slugger';
import { parse } from 'yaml';
import { type Guide, GuideError, readGuides } from '../../build/guides/guide.ts';
import { fences, headings, links } from '../../build/guides/markdown.ts';
import { isNode } from '../document/document.ts';

/** Languages of code blocks. `console` is for commands that people type; tests do not run them. */
const languages = ['bash', 'console', 'js', 'json', 'php', 'python', 'text', 'ts'];

/** The problems in the guides of a spec folder, with file and line. */
export async function findGuideProblems(spec: string): Promise<string[]> {
  let guides: Guide[];
  try {
    guides = readGuides(spec);
  } catch (error) {
    if (error instanceof GuideError) return [error.message];
    throw error;
  }
  const operations = await operationIds(spec);
  return guides.flatMap((guide) => [...problemsOf(guide, guides, operations)]);
}

function* problemsOf(
  guide: Guide,
  guides: readonly Guide[],
  operations: ReadonlySet<string>,
): Generator<string> {
  const at = (line: number) => `guides/${guide.name}.md:${guide.line + line}`;
  for (const { target, line } of links(guide.markdown)) {
    const missing = describeMissingTarget(target, guide, guides, operations);
    if (missing) yield `${at(line)} guide-link: ${target} leads nowhere, ${missing}.`;
  }
  for (const { language, code, line } of fences(guide.markdown)) {
    if (!languages.includes(language)) {
      const known = languages.join(', ');
      yield `${at(line)} guide-code: unknown language “${language}”; use one of ${known}.`;
    }
    const fault = language === 'json' ? faultOfJson(code) : undefined;
    if (fault) yield `${at(line)} guide-code: invalid JSON: ${fault}`;
  }
  for (const { level, text, line } of headings(guide.markdown)) {
    if (level < 2)
      yield `${at(line)} guide-heading: “${text}” is a level 1 heading, which is reserved for the title; use ##.`;
  }
  for (const [line, text] of guide.markdown.split('\n').entries()) {
    if (/\b(TODO|FIXME|TBD|XXX)\b|lorem ipsum/i.test(text)) {
      yield `${at(line)} guide-words: finish this text: ${text.trim()}`;
    }
  }
}

function describeMissingTarget(
  target: string,
  from: Guide,
  guides: readonly Guide[],
  operations: ReadonlySet<string>,
): string | undefined {
  if (/^https:\/\//.test(target)) return undefined;
  if (target.startsWith('operation:')) {
    return operations.has(target.slice('operation:'.length)) ? undefined : 'no such operation';
  }
  const [file = '', anchor] = target.split('#');
  const guide = file ? guides.find(({ name }) => `${name}.md` === file) : from;
  if (!guide) return 'no such guide';
  const anchors = headings(guide.markdown).map(({ text }) => anchorOf(text));
  return anchor === undefined || anchors.includes(anchor) ? undefined : 'no such heading';
}

function faultOfJson(code: string): string | undefined {
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The operation IDs in the path files of both APIs. */
async function operationIds(spec: string): Promise<Set<string>> {
  const files = globSync('{async,sync}/**/*.yaml', { cwd: spec });
  const texts = await Promise.all(files.map((file) => readFile(join(spec, file), 'utf8')));
  const found = texts.flatMap((text) => {
    const path: unknown = parse(text);
    return isNode(path) ? Object.values(path) : [];
  });
  return new Set(found.filter(isNode).map(({ operationId }) => String(operationId)));
}
