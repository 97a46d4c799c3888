import { resolve } from 'node:path';
import { syncClient } from '../connection/clients.ts';
import { readEnvironment } from '../connection/environment.ts';
import { withFailures } from '../connection/failure.ts';
import { assertWritable, replaceFile } from '../files/output-file.ts';
import type { JsonObject } from '../json/json.ts';
import { fileName } from '../program/arguments.ts';
import { createCommand, examples } from '../program/command.ts';
import type { CommandContext } from '../program/context.ts';
import { exitCodes, misuse } from '../program/exit-codes.ts';
import { createOutput } from '../terminal/output.ts';
import { printable } from '../terminal/printable.ts';
import { createProgress } from '../terminal/progress.ts';
import { defaultFileName, readWorkspaceFileIfExists } from '../workspace-file/read.ts';
import { compareWorkspaces, type WorkspaceDifference } from './compare.ts';
import { readLiveWorkspace } from './live.ts';
import { mergeWorkspace } from './merge.ts';
import { serializeWorkspace } from './serialize.ts';
import { resolveSettings } from './settings.ts';

const help = examples(
  ['telecrm pull', 'write or update telecrm.workspace.json'],
  ['telecrm pull --no-team', 'leave out the names, email addresses and phone numbers of your team'],
  ['telecrm pull --check', 'in CI: exit with 1 if the workspace has changed, and list the changes'],
);

/** `telecrm pull`: writes the workspace file from the live workspace. */
export function pullCommand({ terminal, exitWith }: CommandContext) {
  return createCommand('pull')
    .summary('write the workspace file from your live workspace')
    .description(
      'Reads fields, options, actions, pipeline and team through the Sync API and writes them to the workspace file. Changes nothing in telecrm. Keeps what the API does not return; asks once for the country, the date format and the time zone. Needs TELECRM_ENTERPRISE_ID and TELECRM_SYNC_TOKEN.',
    )
    .argument('[file]', 'the workspace file', fileName, defaultFileName)
    .option('--check', 'write nothing; exit with 1 if the file is out of date')
    .option('--team', 'include the team (default, unless the file already leaves it out)')
    .option('--no-team', 'leave out the team')
    .option('--country <code>', 'the default country of phone numbers, such as IN')
    .option('--date-format <format>', 'the format of dates, such as "dd/MM/yyyy HH:mm:ss"')
    .option('--time-zone <zone>', 'the time zone of dates, such as Asia/Kolkata')
    .addHelpText('after', help)
    .action(async (file, options) => {
      const output = createOutput(terminal, options);
      const sync = syncClient(await readEnvironment(terminal, options));
      const before = await readWorkspaceFileIfExists(terminal.cwd, file);
      if (options.check && before === undefined) {
        throw misuse(`there is no ${file}`, 'Run `telecrm pull` without --check to write it.');
      }
      const path = resolve(terminal.cwd, file);
      if (!options.check) await assertWritable(path, file);
      const content: JsonObject = before?.content ?? {};
      const given = {
        defaultCountry: options.country,
        dateFormat: options.dateFormat,
        timeZone: options.timeZone,
      };
      const settings = await resolveSettings(terminal, given, content);
      const team = options.team ?? (before === undefined || 'teamMembers' in content);
      const progress = createProgress(terminal);
      const { live, warnings } = await withFailures(() =>
        readLiveWorkspace(sync, {
          team,
          signal: terminal.signal,
          onProgress: (done) => progress.update(`Reading: ${done}`, { command: 'pull', done }),
        }),
      ).finally(() => progress.end());
      const { teamMembers: _, ...withoutTeam } = content;
      const after = mergeWorkspace(team ? content : withoutTeam, live, settings);
      const differences = compareWorkspaces(content, after);
      for (const warning of warnings) output.warn(warning);

      if (options.check) {
        if (differences.length > 0) exitWith(exitCodes.found);
        output.result({ ok: differences.length === 0, file, differences, warnings }, () =>
          differences.length === 0
            ? `${file} is up to date with the workspace.`
            : [
                ...differences.map(describe),
                `${file} is out of date: run telecrm pull, and then telecrm types.`,
              ].join('\n'),
        );
        return;
      }
      const changed = before === undefined || differences.length > 0;
      if (changed) await replaceFile(path, file, [serializeWorkspace(after)]);
      output.result({ ok: true, file, changed, differences, warnings }, () => {
        if (before === undefined) return `Wrote ${file}. Next: telecrm types.`;
        if (!changed) return `${file} is up to date.`;
        return [...differences.map(describe), `Updated ${file}. Next: telecrm types.`].join('\n');
      });
    });
}

const signs = { added: '+', removed: '-', changed: '~' };

function describe({ kind, name, change, detail }: WorkspaceDifference): string {
  return printable(`${signs[change]} ${kind} ${name}${detail ? `: ${detail}` : ''}`);
}
