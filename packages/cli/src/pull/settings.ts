import { defaultDefinition, resolveDefinition } from '@telecrm/workspace';
import type { JsonObject } from '../json/json.ts';
import { misuse } from '../program/exit-codes.ts';
import { askText } from '../terminal/prompts.ts';
import { isInteractive, type Terminal } from '../terminal/terminal.ts';
import type { Settings } from './merge.ts';

type Name = keyof Settings;

/** The question for each setting, and its option. */
const questions: Readonly<Record<Name, { flag: string; message: string }>> = {
  defaultCountry: {
    flag: '--country',
    message: 'Which country do phone numbers without a country code belong to?',
  },
  dateFormat: {
    flag: '--date-format',
    message: 'How does telecrm show dates? d day, M month, y year, H hour, m minute, s second',
  },
  timeZone: { flag: '--time-zone', message: 'Which time zone are these dates in?' },
};
const names: readonly Name[] = ['defaultCountry', 'dateFormat', 'timeZone'];

/**
 * The settings that no endpoint returns: from the options, otherwise from the existing file, otherwise from the person
 * at the terminal. They are never guessed: a wrong country would change phone numbers.
 */
export async function resolveSettings(
  terminal: Terminal,
  given: Partial<Record<Name, string | undefined>>,
  file: JsonObject,
): Promise<Settings> {
  const { defaultCountry, dateFormat, timeZone } = defaultDefinition;
  const settings = { defaultCountry, dateFormat, timeZone };
  for (const name of names) {
    const { flag } = questions[name];
    const option = given[name];
    const existing = file[name];
    const problem = option === undefined ? undefined : problemOf(name, option);
    if (problem) throw misuse(`${flag} ${problem}`);
    if (option !== undefined) settings[name] = option;
    else if (typeof existing === 'string') settings[name] = existing;
    else settings[name] = await ask(terminal, name, settings[name]);
  }
  return settings;
}

async function ask(terminal: Terminal, name: Name, initialValue: string): Promise<string> {
  const { flag, message } = questions[name];
  if (isInteractive(terminal)) {
    return askText(terminal, { message, initialValue }, (answer) => problemOf(name, answer));
  }
  throw misuse(
    `no endpoint returns the ${name} of a workspace`,
    `Pass it once with ${flag}, for example ${flag} "${initialValue}"; the workspace file keeps it.`,
  );
}

function problemOf(name: Name, value: string): string | undefined {
  const resolved = resolveDefinition({ [name]: value });
  if (resolved.ok) return undefined;
  const [first] = resolved.problems;
  return `${first?.problem}: ${first?.fix}`;
}
