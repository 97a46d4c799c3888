import { basename, dirname, extname, join, resolve } from 'node:path';
import { createRateLimiter, isTelecrmError } from '@telecrm/client';
import { fieldRules } from '@telecrm/client/check';
import { createPayloadCheck } from '../check/offline-check.ts';
import { asyncClient, syncClient } from '../connection/clients.ts';
import { type Environment, readEnvironment } from '../connection/environment.ts';
import { describeFailure, withFailures } from '../connection/failure.ts';
import type { CommandContext } from '../program/context.ts';
import { CommandError, exitCodes, misuse, unreachable } from '../program/exit-codes.ts';
import { createOutput, type Output } from '../terminal/output.ts';
import { createProgress } from '../terminal/progress.ts';
import { askYesNo } from '../terminal/prompts.ts';
import { isInteractive } from '../terminal/terminal.ts';
import { identifierOf } from '../workspace-file/lead-fields.ts';
import { readWorkspaceFile } from '../workspace-file/read.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import type { JournalHeader } from './journal/record.ts';
import { chooseMapping } from './mapping/choose-mapping.ts';
import type { Mapping } from './mapping/mapping.ts';
import { writeMappingFile } from './mapping/mapping-file.ts';
import { ingestOptions } from './options.ts';
import type { PlanOptions } from './plan/plan.ts';
import { type Preview, previewTable } from './plan/preview.ts';
import { openSource, type Source } from './plan/source.ts';
import { writeFailedFile } from './report/failed-file.ts';
import { createRowProgress, formatSeconds } from './report/progress.ts';
import { rowsOf, showPreview, showSummary, showVerified } from './report/report.ts';
import { sendTable } from './run.ts';
import { queuedLeads } from './verify/queued-leads.ts';
import { type Verified, verifyRows } from './verify/verify-rows.ts';

/** `telecrm ingest`: sends the leads of a file, each once. */
export function ingestCommand({ terminal, exitWith }: CommandContext) {
  return ingestOptions().action(async (file, options) => {
    const { signal, cwd } = terminal;
    const output = createOutput(terminal, options);
    const progress = createProgress(terminal);
    const workspace = await readWorkspaceFile(cwd, options.workspace);
    const { definition } = workspace;
    const env = await readEnvironment(terminal, options);
    const rateLimit =
      options.rate === undefined ? {} : { rateLimit: createRateLimiter(rateWindow(options.rate)) };
    const client = options.dryRun ? undefined : asyncClient(env, rateLimit);

    const sync = options.verify && !options.dryRun ? syncClient(env) : undefined;

    const source = await openSource(cwd, file, options);
    if (source.facts.encoding === 'windows-1252' && !options.encoding) {
      output.warn(
        `${file} is not UTF-8, so it is read as windows-1252; to change this, pass --encoding`,
      );
    }
    const { columns } = await source.open();
    const mappingFile = options.mapping ?? `${file}.mapping.json`;
    const { map = [], ignoreUnmapped = false } = options;
    const { mapping, isAnswered } = await chooseMapping(terminal, columns, definition, {
      ...{ map, mappingFile, ignoreUnmapped },
    });
    const plan: PlanOptions = {
      ...{ columns, mapping, check: createPayloadCheck(workspace, 'async') },
      identifier: identifierOf(definition),
      ...{ partial: options.partial ?? false, newOptions: options.newOptions ?? false },
    };

    if (client === undefined) {
      const rows = createRowProgress(progress, { phase: 'checking', total: undefined });
      const preview = await previewTable(await source.open(), plan, {
        ...{ outcome: () => undefined, signal, onRow: rows.next },
      }).finally(() => progress.end());
      if (preview.rejected > 0) exitWith(exitCodes.found);
      output.result({ ok: preview.rejected === 0, file, dryRun: true, ...preview }, () =>
        showPreview(file, preview),
      );
      return;
    }

    const journalFile = options.journal ?? `${file}.journal`;
    await using journal = await openJournal(
      resolve(cwd, journalFile),
      headerOf(source, env, mapping),
    );
    const { states } = journal;
    // Not before the journal is locked: another run may be sending this file with its own mapping.
    if (isAnswered) {
      await writeMappingFile(cwd, mappingFile, mapping);
      output.note(`The mapping is saved in ${mappingFile}.`);
    }
    if (journal.isResumed) output.note(`Resuming from ${journalFile}.`);
    const checked = createRowProgress(progress, { phase: 'checking', total: undefined });
    const preview = await previewTable(await source.open(), plan, {
      ...{ outcome: (row: number) => states.outcome(row), signal, onRow: checked.next },
    }).finally(() => progress.end());
    if (!options.yes && preview.sendable > 0 && isInteractive(terminal)) {
      output.note(showPreview(file, preview));
      const question = `Send ${rowsOf(preview.sendable)} to ${env.TELECRM_ENTERPRISE_ID}?`;
      if (!(await askYesNo(terminal, question))) {
        throw new CommandError(exitCodes.interrupted, 'nothing was sent');
      }
    }

    const total = preview.sendable + preview.rejected;
    const sent = createRowProgress(progress, { phase: 'sending', total });
    const stop = await sendTable(await source.open(), {
      ...{ client, journal, plan, signal },
      concurrency: options.concurrency,
      maxOutageMs: options.maxOutage * 60_000,
      onSettled: () => sent.next({ failed: states.counts.failed + states.counts.unknown }),
      onWait: (ms) => {
        progress.end();
        output.warn(`telecrm does not respond; retrying in ${formatSeconds(ms / 1000)}`);
      },
    }).finally(() => progress.end());

    const failedFile = options.failed ?? failedNameOf(file);
    await writeFailedFile(resolve(cwd, failedFile), await source.open(), states);
    const verified =
      sync === undefined || stop !== undefined || signal.aborted
        ? undefined
        : await withFailures(() =>
            verifyRows(() => queuedLeads(source.open, plan, states), {
              ...{ sync, identifier: plan.identifier, signal },
              fieldRules: fieldRules(workspace.content),
              pollTimeoutMs: options.verifyWait * 1000,
              onLead: (checked) =>
                progress.update(`reading back ${checked} of ${states.counts.queued} leads`, {
                  ...{ command: 'ingest', phase: 'verifying', done: checked },
                }),
            }),
          ).finally(() => progress.end());
    const names = { file, failedFile, journalFile };
    finish({ output, exitWith, ...names, preview, journal, stop, signal, verified });
  });
}

/** The maximum number of requests in a window, because the limiter stores each of them. */
const maxStoredRequests = 10_000;

/** Converts requests per hour to a window with few requests. */
function rateWindow(perHour: number) {
  const requests = Math.min(perHour, maxStoredRequests);
  return { requests, windowMs: (3_600_000 * requests) / perHour };
}

interface Finish {
  readonly output: Output;
  readonly exitWith: CommandContext['exitWith'];
  readonly file: string;
  readonly failedFile: string;
  readonly journalFile: string;
  readonly preview: Preview;
  readonly journal: Journal;
  readonly stop: Error | undefined;
  readonly signal: AbortSignal;
  readonly verified: Verified | undefined;
}

function finish({ output, exitWith, journal, stop, signal, verified, ...names }: Finish): void {
  const { file, failedFile, journalFile, preview } = names;
  const { queued, failed, unknown } = journal.states.counts;
  const open = preview.rows - queued - failed - unknown;
  const notSent = failed + unknown;
  const unverified = verified?.unverified.length ?? 0;
  const stopped = stop && !signal.aborted ? describeStop(stop) : undefined;
  output.result(
    {
      ...{
        ok: open === 0 && notSent + unverified === 0,
        file,
        rows: preview.rows,
        queued,
        failed,
        unknown,
        open,
      },
      ...{ journal: journalFile, ...(notSent > 0 && { failedFile }) },
      ...(verified && { verified }),
      ...(stopped && { error: { problem: stopped.message, fix: stopped.fix } }),
    },
    () =>
      [
        showSummary({ rows: preview.rows, queued, failed, unknown, open, failedFile }),
        ...(verified ? [showVerified(file, verified)] : []),
      ].join('\n'),
  );
  if (stopped) output.error(stopped.message, stopped.fix);
  if (open > 0) output.note('Run the same command again to resume.');
  if (signal.aborted) exitWith(exitCodes.interrupted);
  else if (stopped) exitWith(stopped.exitCode);
  else if (notSent + unverified > 0) exitWith(exitCodes.found);
}

function describeStop(stop: Error): CommandError {
  if (stop instanceof CommandError) return stop;
  if (isTelecrmError(stop)) return describeFailure(stop);
  if ('code' in stop) return misuse(`the journal cannot be written (${stop.code})`);
  return unreachable(stop.message);
}

function headerOf(source: Source, env: Environment, mapping: Mapping): JournalHeader {
  return {
    journal: 1,
    sha256: source.facts.sha256,
    enterpriseId: env.TELECRM_ENTERPRISE_ID ?? '',
    mapping: Object.fromEntries(
      [...mapping].map(([column, target]) => [column, target?.name ?? null]),
    ),
  };
}

/** `leads.csv` becomes `leads.failed.csv`, and that becomes `leads.failed.failed.csv`. */
function failedNameOf(file: string): string {
  const extension = extname(file);
  return join(dirname(file), `${basename(file, extension)}.failed${extension}`);
}
