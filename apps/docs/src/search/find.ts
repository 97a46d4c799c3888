import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { tokens } from './tokens.ts';
import { stopWords, synonyms } from './vocabulary.ts';

/** A search result. */
export interface SearchHit {
  title: string;
  kind: string;
  /** The URL from the root of the site. */
  url: string;
  /** The excerpt to show. In the index, it is the default if no sentence of the text matches. */
  snippet: string;
  text: string;
}

/** An entry of the index. */
export interface SearchRecord extends SearchHit {
  id: number;
  /** Identifiers and keywords, which have a higher weight. */
  ids: string;
}

/** Creates the index as JSON. The browser loads it when a reader first searches. */
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

/** The loaded index. */
export type SearchIndex = MiniSearch<SearchRecord>;

/** Loads the index from JSON. */
export function loadIndex(json: string): SearchIndex {
  return MiniSearch.loadJSON<SearchRecord>(json, options);
}

/** Finds records with all words of the query, or else with similar words, or else with some of the words. */
export function find(index: SearchIndex, query: string): SearchHit[] {
  // For an identifier, records with exactly this title are more relevant than those that contain its parts.
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
  const minScore = (results[0]?.score ?? 0) * 0.1;
  return results
    .filter(({ score }) => score >= minScore)
    .map(({ title, kind, url, snippet, text, terms }) => ({
      title,
      kind,
      url,
      snippet: matchingSentence(text, terms) ?? snippet,
      text,
    }));
}

/** The weights of the kinds of records. The default is 1. */
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
