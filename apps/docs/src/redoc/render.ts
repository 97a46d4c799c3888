import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ApiModel,
  createResolver,
  type OpenApiDocument,
  type Operation,
} from '@telecrm/spec/model';
import { type Guide, guidesFor } from '../content/guides/guide.ts';
import { type Language, languages, samplesOf } from '../samples/languages.ts';
import { requestsOf } from '../samples/requests.ts';
import { buildDocs } from './build-docs.ts';
import { type RedocParts, type RedocScripts, splitPage } from './parts.ts';

/** The height of the bar in pixels, as in the style sheet. Redoc scrolls headings below it. */
const barHeight = 56;

/** Renders an API with Redoc, and returns the parts of the page. */
export async function renderRedoc(
  api: ApiModel,
  guides: readonly Guide[],
  scripts: RedocScripts,
  signal?: AbortSignal,
): Promise<RedocParts> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-redoc-'));
  try {
    const file = join(folder, `${api.name}.json`);
    await writeFile(file, JSON.stringify(documentForRedoc(api, guides)));
    const options = {
      disableTelemetry: true,
      downloadUrls: ['yaml', 'json'].map((format) => ({
        title: `${api.name}.${format}`,
        url: `../../openapi/${api.name}.${format}`,
      })),
      scrollYOffset: barHeight,
      codeSamples: { languages: sampleLanguages },
      showExtensions: ['x-evidence', 'x-evidence-note'],
    };
    return splitPage(await buildDocs(file, options, signal), scripts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The document of an API with samples, and with links to the plain pages. */
export function documentForRedoc(api: ApiModel, guides: readonly Guide[]): OpenApiDocument {
  const document = structuredClone(api.document);
  const links = guides
    .filter(({ apis, group }) => apis.includes(api.name) && group !== 'tools')
    .map((guide) => linkTo(guide));
  document.info.description = `${api.description}\n\nGuides: ${links.join(' · ')}`;
  const { resolve } = createResolver(document);
  for (const operation of api.operations) {
    const part = resolve<RedocOperation>({ $ref: operation.pointer });
    const pages = [
      `[Plain page](../${operation.id}/)`,
      ...guidesFor(operation, guides).map((guide) => linkTo(guide)),
    ];
    part.description = `${operation.description}\n\n${pages.join(' · ')}`;
    part['x-codeSamples'] = samplesFor(api, operation);
  }
  return document;
}

/** The properties of an operation that this site adds for Redoc. */
interface RedocOperation {
  description?: string;
  'x-codeSamples'?: CodeSample[];
}

interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

/** One sample per language, because Redoc does not relate samples to examples. The plain page has all samples. */
function samplesFor(api: ApiModel, operation: Operation): CodeSample[] {
  return requestsOf(api, operation)
    .slice(0, 1)
    .flatMap((request) => samplesOf(api, operation, request))
    .filter(({ language }) => isInRedoc(language))
    .map(({ language: { highlight, label }, code }) => ({ lang: highlight, label, source: code }));
}

/** Redoc's page omits JavaScript, so that it is no larger than Redoc's default page. */
function isInRedoc({ id }: Language): boolean {
  return id !== 'js';
}

/** The languages of the samples in Redoc, in order. */
const sampleLanguages = [
  ...languages.filter(isInRedoc).map(({ highlight, label }) => ({ lang: highlight, label })),
  { lang: 'payload', label: 'Payload' },
];

function linkTo({ name, title }: Guide): string {
  return `[${title}](../../guides/${name}/)`;
}
