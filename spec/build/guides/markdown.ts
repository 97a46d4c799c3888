/** The structure of a guide's Markdown: links, headings and code. */

export interface Fence {
  /** The words after the opening backticks: a language, then `key=value`. */
  readonly language: string;
  readonly meta: string;
  readonly code: string;
  /** The line of the opening backticks, from 0. */
  readonly line: number;
}

/** The fenced code blocks of a text. */
export function fences(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\S*)(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    meta: (match[2] ?? '').trim(),
    code: match[3] ?? '',
    line: lineAt(markdown, match.index),
  }));
}

/** The links of a text outside of code, with their lines, from 0. */
export function links(markdown: string): { target: string; line: number }[] {
  return [...withoutCode(markdown).matchAll(linkPattern)].map((match) => ({
    target: match[2] ?? '',
    line: lineAt(markdown, match.index),
  }));
}

/** The headings of a text with their levels. */
export function headings(markdown: string): { level: number; text: string; line: number }[] {
  return [...withoutCode(markdown).matchAll(/^(#+) +(.+)$/gm)].map((match) => ({
    level: match[1]?.length ?? 0,
    text: markdown.slice(match.index, match.index + match[0].length).replace(/^#+ +/, ''),
    line: lineAt(markdown, match.index),
  }));
}

const linkPattern = /\[([^\]]*)\]\(([^)\s]+)\)/g;

/** The text with code replaced by spaces, which preserves positions. */
function withoutCode(markdown: string): string {
  const blank = (code: string) => code.replaceAll(/[^\n]/g, ' ');
  return markdown.replaceAll(/^```[\s\S]*?^```$/gm, blank).replaceAll(/`[^`\n]+`/g, blank);
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length - 1;
}
