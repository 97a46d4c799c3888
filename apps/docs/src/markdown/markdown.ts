import { slug as anchorOf } from 'github-slugger';
import { Marked, type Token, type Tokens } from 'marked';
import { type Html, html, trusted } from '../pages/html.ts';
import { languages } from '../samples/languages.ts';
import { codeBlock, tabs } from './code.ts';

/** A heading of a text with the address it got. */
type Heading = { level: number; text: string; id: string };

export type MarkdownOptions = {
  /** Where a link of the source leads to from the page that the text is on. */
  link?: (target: string) => string;
};

/** Turns Markdown of ours into markup and says which headings it has. */
export function renderMarkdown(markdown: string, { link }: MarkdownOptions = {}) {
  const headings: Heading[] = [];
  const marked = new Marked({
    walkTokens(token) {
      if (token.type === 'link' && link) token.href = link(token.href);
    },
    renderer: {
      heading({ tokens, depth, text }) {
        const id = anchorOf(text);
        headings.push({ level: depth, text: text.replaceAll('`', ''), id });
        const inner = trusted(this.parser.parseInline(tokens));
        return html`<h${depth} id="${id}"><a class="anchor" href="#${id}">${inner}</a></h${depth}>\n`
          .markup;
      },
      // Nothing of ours is HTML in Markdown; what looks like it is text.
      html: ({ text }) => html`${text}`.markup,
      code: ({ text, lang = '' }) => codeBlock(text, languageOf(lang)).markup,
      table(token) {
        const cell = ({ tokens }: Tokens.TableCell) => trusted(this.parser.parseInline(tokens));
        return table(
          token.header.map(cell),
          token.rows.map((row) => row.map(cell)),
        ).markup;
      },
    },
  });
  const tokens = marked.lexer(markdown);
  marked.walkTokens(tokens, marked.defaults.walkTokens ?? (() => undefined));
  const markup = groupCode(tokens)
    .map((group, i) =>
      'code' in group ? codeTabs(`code-${i}`, group.code).markup : marked.parser(group.rest),
    )
    .join('');
  return { html: trusted(markup), headings };
}

/** A table that scrolls within itself where the screen is narrow. */
export function table(header: Html[], rows: Html[][]): Html {
  return html`<div class="table" tabindex="0" role="group" aria-label="Table"><table>
<thead><tr>${header.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>\n`;
}

/** Code blocks that follow each other in different languages say the same thing: they become tabs. */
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
      // The empty line between two blocks.
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

/** The language of the samples that a fence means, by either of its names. */
function sampleLanguage(info: string | undefined) {
  const name = languageOf(info);
  return languages.find(({ id, highlight }) => name === id || name === highlight);
}

function languageOf(info: string | undefined): string {
  return info?.split(' ')[0] ?? '';
}

/** One line of Markdown without a paragraph around it. */
export function inline(markdown: string, options: MarkdownOptions = {}): Html {
  const { html: block } = renderMarkdown(markdown, options);
  return trusted(block.markup.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1'));
}
