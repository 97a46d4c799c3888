import { split } from 'shlex';
import { type ParsedRequest, UnreadableInput } from './request.ts';

const dataFlags = ['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json'];

/** Other flags with a value. They do not affect the body. */
const valueFlags =
  /^(?:-[AbcCDeEFHKmoPQrtTuUwxXyYz]|--(?:header|request|url|user|user-agent|referer|cookie|cookie-jar|output|max-time|connect-timeout|retry|retry-delay|proxy|cacert|cert|key|form|form-string|data-urlencode|oauth2-bearer|resolve|write-out|config|upload-file))$/;

/** Parses a curl command as a shell would. Nothing is executed. */
export function readCurl(text: string): ParsedRequest {
  const words = wordsOf(text).slice(1);
  let url: string | undefined;
  const data: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const { flag, value } = readWord(words[at] ?? '', () => words[++at] ?? '');
    if (flag === undefined) url ??= value;
    else if (flag === '--url') url = value;
    else if (dataFlags.includes(flag)) data.push(value);
    else if (flag === '-F' || flag === '--form' || flag === '--data-urlencode') {
      throw new UnreadableInput('The command sends a form. telecrm expects JSON: use --data.');
    }
  }
  if (data.some((part) => /^@./.test(part))) {
    throw new UnreadableInput('The body is in a file: paste the content of the file.');
  }
  return { url, body: data.length === 0 ? undefined : data.join('&'), variables: [] };
}

/** Reads an argument, or a flag with its value: `-d x`, `-dx`, `-sSd x`, `--data=x`, `--data x`. */
function readWord(word: string, next: () => string): { flag: string | undefined; value: string } {
  if (!/^-./.test(word)) return { flag: undefined, value: word };
  if (word.startsWith('--')) {
    const [flag = '', ...rest] = word.split('=');
    if (rest.length > 0) return { flag, value: rest.join('=') };
    return { flag: word, value: hasValue(word) ? next() : '' };
  }
  const letters = word.slice(1);
  const at = [...letters].findIndex((letter) => hasValue(`-${letter}`));
  if (at < 0) return { flag: word, value: '' };
  return { flag: `-${letters[at]}`, value: letters.slice(at + 1) || next() };
}

function hasValue(flag: string): boolean {
  return dataFlags.includes(flag) || valueFlags.test(flag);
}

function wordsOf(text: string): string[] {
  // Browsers on Windows copy commands for cmd, whose escape character is ^.
  const unix = /\^"|\^\r?\n/.test(text)
    ? text.replace(/\^\r?\n/g, ' ').replace(/\^(.)/g, '$1')
    : text;
  try {
    return split(unix.replace(/\\\r?\n/g, ' '));
  } catch {
    throw new UnreadableInput('A quote in the command is never closed.');
  }
}
