import type { ApiModel, Operation } from '@telecrm/spec/model';
import { writeCurl } from './curl.ts';
import { writeJavaScript } from './javascript.ts';
import { writePhp } from './php.ts';
import { writePython } from './python.ts';
import type { SampleRequest } from './requests.ts';
import { writeTypeScript } from './typescript.ts';

/** A language that samples are written in. */
export interface Language {
  id: string;
  label: string;
  /** Its name for highlighters. */
  highlight: string;
  write(request: SampleRequest, operation: Operation, api: ApiModel): string;
}

/** The languages of the samples, in the order of their tabs. */
export const languages: readonly Language[] = [
  { id: 'curl', label: 'curl', highlight: 'bash', write: writeCurl },
  { id: 'js', label: 'JavaScript', highlight: 'javascript', write: writeJavaScript },
  { id: 'ts', label: 'TypeScript', highlight: 'typescript', write: writeTypeScript },
  { id: 'python', label: 'Python', highlight: 'python', write: writePython },
  { id: 'php', label: 'PHP', highlight: 'php', write: writePhp },
];

/** A request in a language. */
export interface Sample {
  language: Language;
  code: string;
}

/** Writes a request in every language. */
export function samplesOf(api: ApiModel, operation: Operation, request: SampleRequest): Sample[] {
  return languages.map((language) => ({
    language,
    code: language.write(request, operation, api),
  }));
}
