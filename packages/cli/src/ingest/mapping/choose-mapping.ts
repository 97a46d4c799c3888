import { type Target, targetsOf } from '@telecrm/workspace/rows';
import { misuse } from '../../program/exit-codes.ts';
import { askChoice } from '../../terminal/prompts.ts';
import { isInteractive, type Terminal } from '../../terminal/terminal.ts';
import type { Definition } from '../../workspace-file/definition.ts';
import { identifierOf } from '../../workspace-file/lead-fields.ts';
import { checkMapping, type Mapping, parseMapOption, resolveMapping } from './mapping.ts';
import { readMappingFile } from './mapping-file.ts';

export interface MappingChoice {
  readonly mapping: Mapping;
  /** Whether it contains answers of the user, so that it is worth saving. */
  readonly isAnswered: boolean;
}

/**
 * Determines the mapping of the columns of a file: by `--map`, by the mapping file, by their names, and by asking for
 * the remaining ones. No column is omitted silently: if nobody can be asked, a column without a field stops the
 * command.
 */
export async function chooseMapping(
  terminal: Terminal,
  columns: readonly string[],
  definition: Definition,
  options: {
    map: readonly string[];
    mappingFile: string;
    ignoreUnmapped: boolean;
  },
): Promise<MappingChoice> {
  const { map, mappingFile, ignoreUnmapped } = options;
  // NDJSON and JSON contain payloads, which name the fields themselves.
  if (columns.length === 0) return { mapping: new Map(), isAnswered: false };
  const targets = targetsOf(definition);
  const given = await readMappingFile(terminal.cwd, mappingFile, targets);
  for (const text of map) given.set(...parseMapOption(text, columns, targets));
  const { mapping, open } = resolveMapping(columns, given, targets);
  const isAsked = open.length > 0 && !ignoreUnmapped && isInteractive(terminal);
  if (ignoreUnmapped) for (const column of open) mapping.set(column, null);
  else if (isAsked)
    for (const column of open) mapping.set(column, await ask(terminal, column, targets));
  else if (open.length > 0) throw noFieldFor(open);

  const ordered = new Map(columns.map((column) => [column, mapping.get(column) ?? null]));
  checkMapping(ordered, identifierOf(definition));
  return { mapping: ordered, isAnswered: map.length > 0 || isAsked };
}

async function ask(
  terminal: Terminal,
  column: string,
  targets: ReadonlyMap<string, Target>,
): Promise<Target | null> {
  const choices = [...targets.values()].map(({ name, field }) => ({
    value: name,
    label: name,
    hint: field.type,
  }));
  const answer = await askChoice(
    terminal,
    { message: `Which field does the column “${column}” contain?`, initialValue: '' },
    [{ value: '', label: 'none: leave it out' }, ...choices],
  );
  return targets.get(answer) ?? null;
}

/** The maximum number of columns in a message. */
const maxNamed = 20;

function noFieldFor(open: readonly string[]): Error {
  const named = open.slice(0, maxNamed);
  const more = open.length - named.length;
  const names = `${named.map((column) => `“${column}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const flags = named.map((column) => `--map "${column}=field"`).join(' ');
  return misuse(
    `these columns match no field: ${names}`,
    `Pass ${flags}, with nothing after the = to leave out a column, or --ignore-unmapped to leave out all of them.`,
  );
}
