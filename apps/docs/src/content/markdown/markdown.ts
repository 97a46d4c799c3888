import { slug } from 'github-slugger';
import { html, raw } from 'hono/html';
import { Marked, type Token, type Tokens } from 'marked';
import { codeBlock, tabs } from '../../pages/components/code.ts';
import { errorList } from '../../pages/components/error-list.ts';
import type { Html } from '../../pages/components/html.ts';
import { table } from '../../pages/components/table.ts';
import { languages } from '../../samples/languages.ts';

/** A heading with the ID of its anchor. */
export interface Heading {
  level: number;
  text: string;
  id: string;
}

/** How to render links and code. */
export interface MarkdownOptions {
  /** Returns the URL for the target of a link. */
  link?: (target: string) => string;
  /** Returns the URL that inline code links to, such as the page of an operation. */
  codeLink?: (code: string) => string | undefined;
  /** Returns additional text for an error code in a table of errors. */
  errorCode?: (code: string) => Html | undefined;
}

/** Renders Markdown, and returns its headings. */
export function renderMarkdown(
  markdown: string,
  { link, codeLink, errorCode }: MarkdownOptions = {},
): { html: Html; headings: Heading[] } {
  const headings: Heading[] = [];
  const marked = new Marked({
    walkTokens(token) {
      if (token.type === 'link' && link) token.href = link(token.href);
    },
    renderer: {
      heading({ tokens, depth, text }) {
        const id = slug(text);
        headings.push({ level: depth, text: text.replaceAll('`', ''), id });
        const inner = raw(this.parser.parseInline(tokens));
        return String(
          html`<h${depth} id="${id}"><a class="anchor" href="#${id}">${inner}</a></h${depth}>\n`,
        );
      },
      // Our Markdown contains no HTML. Anything that looks like it is text.
      html: ({ text }) => String(html`${text}`),
      code: ({ text, lang = '' }) => String(codeBlock(text, languageOf(lang))),
      codespan({ text }) {
        const href = codeLink?.(text);
        // Browsers wrap lines even between the two hyphens of a flag.
        const [, flag, rest = ''] = text.match(/^(--[\w-]+)(.*)/) ?? [];
        const code = html`<code>${flag ? html`<span class="flag">${flag}</span>${rest}` : text}</code>`;
        return String(href ? html`<a href="${href}">${code}</a>` : code);
      },
      table({ header, rows }) {
        const cell = ({ tokens }: Tokens.TableCell) => raw(this.parser.parseInline(tokens));
        if (errorCode && rows.every(errorCodeIn)) {
          const entries = rows.map((row) => ({
            code: errorCodeIn(row) ?? '',
            cells: row.filter(({ text }) => !isErrorCode(text)).map(cell),
          }));
          return String(errorList(entries, errorCode));
        }
        return String(
          table(
            header.map(cell),
            rows.map((row) => ({ id: errorCodeIn(row)?.toLowerCase(), cells: row.map(cell) })),
          ),
        );
      },
    },
  });
  const tokens = marked.lexer(markdown);
  marked.walkTokens(tokens, marked.defaults.walkTokens ?? (() => undefined));
  const markup = groupCode(tokens)
    .map((group, i) =>
      'code' in group ? String(codeTabs(`code-${i}`, group.code)) : marked.parser(group.rest),
    )
    .join('');
  return { html: raw(markup), headings };
}

/** The error code in a row of a table. */
function errorCodeIn(row: Tokens.TableCell[]): string | undefined {
  return row.find(({ text }) => isErrorCode(text))?.text.replaceAll('`', '');
}

function isErrorCode(text: string): boolean {
  return /^`[A-Z]+(?:_[A-Z]+)+`$/.test(text);
}

/** Groups adjacent code blocks in different languages, which are versions of the same program. */
function groupCode(tokens: Token[]): ({ code: Tokens.Code[] } | { rest: Token[] })[] {
  const groups: ({ code: Tokens.Code[] } | { rest: Token[] })[] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (isSample(token)) {
      const known = last && 'code' in last && last.code.map(({ lang }) => languageOf(lang));
      if (last && 'code' in last && known && !known.includes(languageOf(token.lang))) {
        last.code.push(token);
      } else groups.push({ code: [token] });
    } else if (token.type === 'space' && last && 'code' in last) {
      // Ignore the empty line between two code blocks.
    } else if (last && 'rest' in last) last.rest.push(token);
    else groups.push({ rest: [token] });
  }
  return groups;
}

function isSample(token: Token): token is Tokens.Code {
  return token.type === 'code' && sampleLanguage(token.lang) !== undefined;
}

function codeTabs(id: string, blocks: Tokens.Code[]): Html {
  const [first] = blocks;
  if (blocks.length === 1 && first) return codeBlock(first.text, languageOf(first.lang));
  return tabs(
    id,
    blocks.map(({ text, lang }) => {
      const { id: name = '', label = '' } = sampleLanguage(lang) ?? {};
      return { id: name, label, code: codeBlock(text, languageOf(lang)) };
    }),
  );
}

/** The sample language of a code fence, by its ID or the name for highlighters. */
function sampleLanguage(info: string | undefined) {
  const name = languageOf(info);
  return languages.find(({ id, highlight }) => name === id || name === highlight);
}

function languageOf(info: string | undefined): string {
  return info?.split(' ')[0] ?? '';
}

/** Renders one line of Markdown without a paragraph. */
export function inline(markdown: string, options: MarkdownOptions = {}): Html {
  const { html: block } = renderMarkdown(markdown, options);
  return raw(
    String(block)
      .trim()
      .replace(/^<p>([\s\S]*)<\/p>$/, '$1'),
  );
}
