import type { Api, Operation } from '../spec/api.ts';
import type { SampleRequest } from '../spec/requests.ts';
import { writeHttp } from './http.ts';
import { writeTypeScript } from './typescript.ts';

/** A language that samples are written in. */
export type Language = {
  id: string;
  label: string;
  /** The name that highlighters know it by. */
  highlight: string;
  write(request: SampleRequest, operation: Operation, api: Api): string;
};

/** The languages of the samples, in the order of their tabs. */
export const languages: Language[] = [
  { id: 'curl', label: 'curl', highlight: 'bash', write: writeHttp('shell', 'curl') },
  { id: 'ts', label: 'TypeScript', highlight: 'typescript', write: writeTypeScript },
  { id: 'python', label: 'Python', highlight: 'python', write: writeHttp('python', 'python3') },
  { id: 'php', label: 'PHP', highlight: 'php', write: writeHttp('php', 'curl') },
];

export type Sample = { language: Language; code: string };

/** A request in every language. */
export function samplesOf(api: Api, operation: Operation, request: SampleRequest): Sample[] {
  return languages.map((language) => ({
    language,
    code: language.write(request, operation, api),
  }));
}
