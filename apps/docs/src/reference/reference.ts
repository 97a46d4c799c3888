import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slug as anchorOf } from 'github-slugger';
import { type Guide, guidesFor, relink, targetOf } from '../guides/guides.ts';
import { languages, samplesOf } from '../samples/languages.ts';
import type { Api, Operation } from '../spec/api.ts';
import type { Document, OperationPart } from '../spec/document.ts';
import { requestsOf } from '../spec/requests.ts';
import { buildDocs } from './build-docs.ts';
import { type ReferenceParts, splitPage } from './parts.ts';

/** The height of the bar on top of a reference, which Redoc has to know; `site.css` has it too. */
const barHeight = 56;

/** Has Redoc draw an API and takes its page apart. */
export async function readReference(
  api: Api,
  apis: Api[],
  guides: Guide[],
  redocScript: string,
  stop?: AbortSignal,
): Promise<ReferenceParts> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-reference-'));
  try {
    const file = join(folder, `${api.slug}.json`);
    await writeFile(file, JSON.stringify(forRedoc(api, apis, guides)));
    const downloadUrls = ['yaml', 'json'].map((format) => ({
      title: `${api.slug}.${format}`,
      url: `../openapi/${api.slug}.${format}`,
    }));
    const options = {
      downloadUrls,
      scrollYOffset: barHeight,
      codeSamples: { languages: sampleLanguages },
      showExtensions: ['x-evidence', 'x-evidence-note'],
    };
    const page = await buildDocs(file, options, stop);
    return splitPage(page, redocScript);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The document with what only the site can add: samples, and links to its other pages. */
export function forRedoc(api: Api, apis: Api[], guides: Guide[]): Document {
  const document = structuredClone(api.document);
  const own = guides.filter(({ apis: slugs }) => slugs.includes(api.slug));
  document.info.description = [
    api.intro,
    ...own.map(
      (guide) => `# ${guide.title}\n\n${guide.summary}\n\n${linked(guide, api, apis, own, guides)}`,
    ),
  ].join('\n\n');
  for (const item of Object.values(document.paths ?? {})) {
    for (const part of Object.values(item)) {
      const operation = api.operations.find(({ id }) => id === idOf(part));
      if (operation) addTo(part as OperationPart, api, operation, own);
    }
  }
  return document;
}

function idOf(part: unknown): unknown {
  return (part as Partial<OperationPart> | undefined)?.operationId;
}

function addTo(part: OperationPart, api: Api, operation: Operation, guides: Guide[]): void {
  const links = [
    `[Plain page](./${operation.id}/)`,
    ...guidesFor(operation, guides).map(({ title }) => `[${title}](#/section/${anchorOf(title)})`),
  ];
  part.description = `${part.description ?? ''}\n\n${links.join(' · ')}`;
  Object.assign(part, {
    'x-codeSamples': requestsOf(api, operation).flatMap((request) =>
      samplesOf(api, operation, request).map(({ language, code }) => ({
        lang: language.highlight,
        label: language.label,
        source: code,
        // Redoc's own script knows nothing of this; ours does.
        example: request.name,
      })),
    ),
  });
}

/** The languages that Redoc offers, in this order. */
const sampleLanguages = [
  ...languages.map(({ highlight, label }) => ({ lang: highlight, label })),
  { lang: 'payload', label: 'Payload' },
];

/** A guide whose links stay on Redoc's page where it has what they lead to, and go to a plain page where not. */
function linked(guide: Guide, api: Api, apis: Api[], own: Guide[], guides: Guide[]): string {
  const text = relink(guide, (link, label) => {
    const target = targetOf(link, guide, guides, apis);
    if (typeof target === 'string') return `[${label}](${target})`;
    if ('operation' in target) {
      const { operation } = target;
      const there =
        target.api === api ? `#${operation.anchor}` : `../${target.api.slug}/${operation.id}/`;
      return `[${label}](${there})`;
    }
    const { guide: found, anchor } = target;
    if (!own.includes(found)) {
      return `[${label}](../guides/${found.name}/${anchor ? `#${anchor}` : ''})`;
    }
    return `[${label}](#/section/${anchorOf(found.title)}${anchor ? `/${anchor}` : ''})`;
  });
  return text.replaceAll(/^(```\S+) .*$/gm, '$1').trim();
}
