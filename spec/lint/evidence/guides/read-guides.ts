import { createHash } from 'node:crypto';
import { type Guide, readGuides } from '../../../build/guides/guide.ts';
import { headings } from '../../../build/guides/markdown.ts';

/** The statements of a guide, by section. */
export interface GuideText {
  readonly name: string;
  /** Fingerprints of the statements by heading; the part before the first heading is called `Introduction`. */
  readonly sections: Readonly<Record<string, string>>;
  /** All statements, without code blocks. */
  readonly text: string;
}

/** The statements of all guides of a spec folder. */
export function readGuideTexts(spec: string): GuideText[] {
  return readGuides(spec).map(readGuideText);
}

function readGuideText({ name, summary, markdown }: Guide): GuideText {
  const lines = markdown.split('\n');
  const starts = headings(markdown);
  const sections = [
    { heading: 'Introduction', from: 0, to: starts[0]?.line ?? lines.length },
    ...starts.map(({ text, line }, index) => ({
      heading: text,
      from: line + 1,
      to: starts[index + 1]?.line ?? lines.length,
    })),
  ].map(({ heading, from, to }, index) => {
    const text = statements(lines.slice(from, to).join('\n'));
    return [heading, index === 0 ? `${summary} ${text}` : text] as const;
  });
  return {
    name,
    sections: Object.fromEntries(
      sections
        .filter(([, text]) => text.trim() !== '')
        .map(([heading, text]) => [heading, fingerprint(text)]),
    ),
    text: sections.map(([, text]) => text).join('\n'),
  };
}

/** Text without code blocks, link targets and table borders, which state nothing. */
function statements(markdown: string): string {
  return markdown
    .replaceAll(/^( *)(```|~~~)[\s\S]*?^\1\2 *$/gm, '')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/^\|[-| :]+\|$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
