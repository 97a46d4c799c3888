import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { tokens } from './tokens.ts';
import { stopWords, synonyms } from './vocabulary.ts';

/** One result. */
export interface Found {
  title: string;
  kind: string;
  /** From the root of the site. */
  url: string;
  /** What the result is about, where no sentence of its text matches. */
  snippet: string;
  text: string;
}

/** Something that can be found. */
export interface SearchRecord extends Found {
  id: number;
  /** The names that must be found when they are typed exactly. */
  ids: string;
}

/** Builds the index that the browser loads when a reader starts to search. */
export function createIndex(records: readonly SearchRecord[]): string {
  const index = new MiniSearch<SearchRecord>({
    ...options,
    processTerm: (term) => {
      const word = term.toLowerCase();
      return stopWords.has(word) ? null : [word, ...(synonyms[word] ?? [])];
    },
  });
  index.addAll(records);
  return JSON.stringify(index);
}

export type SearchIndex = MiniSearch<SearchRecord>;

export function loadIndex(json: string): SearchIndex {
  return MiniSearch.loadJSON<SearchRecord>(json, options);
}

/** The most relevant records: those with every word of the query, else with words like them, else with some of them. */
export function find(index: SearchIndex, query: string): Found[] {
  // Whoever types a whole identifier wants what has this name, not what mentions its parts.
  const identifier = /[_\p{Lu}]/u.test(query) ? query.trim() : undefined;
  const settings = {
    prefix: (term: string) => term.length > 2,
    boost: { ids: 6, title: 3 },
    boostDocument: (_id: number, _term: string, stored?: Record<string, unknown>) =>
      stored?.title === identifier ? 4 : (weights[String(stored?.kind)] ?? 1),
  };
  const attempts = [{ combineWith: 'AND' }, { combineWith: 'AND', fuzzy: 0.2 }, {}] as const;
  const results = attempts.reduce<SearchResult[]>(
    (found, attempt) =>
      found.length > 0 ? found : index.search(query, { ...settings, ...attempt }),
    [],
  );
  const floor = (results[0]?.score ?? 0) * 0.1;
  return results
    .filter(({ score }) => score >= floor)
    .map(({ title, kind, url, snippet, text, terms }) => ({
      title,
      kind,
      url,
      snippet: matchingSentence(text, terms) ?? snippet,
      text,
    }));
}

/** How much a record of a kind counts, beside 1: a page says more than a key of a body. */
const weights: Record<string, number> = { Key: 0.2, Operation: 1.3, 'Error code': 1.2, Tool: 0.25 };

function matchingSentence(text: string, terms: readonly string[]): string | undefined {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const has = (sentence: string, term: string) => sentence.toLowerCase().includes(term);
  return sentences.find((sentence) => terms.some((term) => has(sentence, term)))?.slice(0, 160);
}

const options: Options<SearchRecord> = {
  fields: ['title', 'ids', 'text'],
  storeFields: ['title', 'kind', 'url', 'snippet', 'text'],
  tokenize: tokens,
  processTerm: (term) => (stopWords.has(term.toLowerCase()) ? null : term.toLowerCase()),
};
