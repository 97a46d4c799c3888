import { parse } from 'yaml';

const parsed = new Map<string, unknown>();

/** Parses YAML. Equal texts are parsed once: the tests compare many copies of the spec that differ in one line. */
export function parseYaml(text: string): unknown {
  if (!parsed.has(text)) parsed.set(text, parse(text));
  return parsed.get(text);
}
