import { resolve } from 'node:path';
import { createRateLimiter, isTelecrmError } from '@telecrm/client';
import { fieldRules } from '@telecrm/client/check';
import { createPayloadCheck } from '../check/offline-check.ts';
import { asyncClient, syncClient } from '../connection/clients.ts';
import { type Environment, readEnvironment } from '../connection/environment.ts';
import { describeFailure, withFailures } from '../connection/failure.ts';
import { describeFileError } from '../files/file-error.ts';
import { assertWritable } from '../files/output-file.ts';
import type { CommandContext } from '../program/context.ts';
import { CommandError, exitCodes, interruptionOf, unreachable } from '../program/exit-codes.ts';
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
import { checkOutputFiles, type OutputFiles, outputFilesOf } from './output-files.ts';
import type { PlanOptions } from './plan/plan.ts';
import { type Preview, previewTable } from './plan/preview.ts';
import { openSource, type Source } from './plan/source.ts';
import { writeFailedFile } from './report/failed-file.ts';
import { createRowProgress, formatSeconds } from './report/progress.ts';
import { rowsOf, showPreview, showSummary, showVerified } from './report/report.ts';
import { sendTable } from './run.ts';
import { describeCall } from './send/send-rows.ts';
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
    const files = outputFilesOf(file, options);
    if (client !== undefined) {
      const { envFile } = options;
      const inputs = [file, options.workspace, ...(envFile === undefined ? [] : [envFile])];
      await checkOutputFiles(cwd, files, inputs);
    }
    const { map = [], ignoreUnmapped = false } = options;
    const { mapping, isAnswered } = await chooseMapping(terminal, columns, definition, {
      ...{ map, mappingFile: files.mapping, ignoreUnmapped },
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

    if (isAnswered) await assertWritable(resolve(cwd, files.mapping), files.mapping);
    await using journal = await openJournal(
      resolve(cwd, files.journal),
      headerOf(source, env, mapping),
      files.journal,
    );
    const { states } = journal;
    // Not before the journal is locked: another run may be sending this file with its own mapping.
    if (isAnswered) {
      await writeMappingFile(cwd, files.mapping, mapping);
      output.note(`The mapping is saved in ${files.mapping}.`);
    }
    if (journal.isResumed) output.note(`Resuming from ${files.journal}.`);
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
    const announce = () => {
      progress.end();
      output.note('Waiting for the rows in flight. Press Ctrl-C again to end at once.');
    };
    signal.addEventListener('abort', announce, { once: true });
    const stop = await sendTable(await source.open(), {
      ...{ client, journal, plan, signal },
      concurrency: options.concurrency,
      maxOutageMs: options.maxOutage * 60_000,
      onSettled: () => sent.next({ failed: states.counts.failed + states.counts.unknown }),
      onWait: (ms, failure) => {
        progress.end();
        const reason = isTelecrmError(failure) ? ` (${describeCall(failure)})` : '';
        output.warn(`telecrm does not respond${reason}; retrying in ${formatSeconds(ms / 1000)}`);
      },
    })
      // The file of leads cannot be read to its end.
      .catch(commandErrorOf)
      .finally(() => {
        signal.removeEventListener('abort', announce);
        progress.end();
      });

    const unwritten = await writeFailedFile(
      { path: resolve(cwd, files.failed), name: files.failed },
      source,
      states,
    ).then(() => undefined, commandErrorOf);
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
    const reported = { ...files, failed: unwritten ? undefined : files.failed };
    const result = { preview, journal, stop: stop ?? unwritten, signal, verified };
    finish({ output, exitWith, file, files: reported, ...result });
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
  readonly files: Pick<OutputFiles, 'journal'> & { readonly failed: string | undefined };
  readonly preview: Preview;
  readonly journal: Journal;
  readonly stop: Error | undefined;
  readonly signal: AbortSignal;
  readonly verified: Verified | undefined;
}

function finish({ output, exitWith, journal, stop, signal, verified, ...names }: Finish): void {
  const { file, files, preview } = names;
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
      ...{ journal: files.journal, ...(notSent > 0 && { failedFile: files.failed }) },
      ...(verified && { verified }),
      ...(stopped && { error: { problem: stopped.message, fix: stopped.fix } }),
    },
    () =>
      [
        showSummary({
          rows: preview.rows,
          queued,
          failed,
          unknown,
          open,
          failedFile: files.failed,
        }),
        ...(verified ? [showVerified(file, verified)] : []),
      ].join('\n'),
  );
  if (stopped) output.error(stopped.message, stopped.fix);
  if (open > 0) output.note('Run the same command again to resume.');
  if (signal.aborted) exitWith(interruptionOf(signal).exitCode);
  else if (stopped) exitWith(stopped.exitCode);
  else if (notSent + unverified > 0) exitWith(exitCodes.found);
}

/** Returns an error that stops the command after its summary. Any other error is thrown. */
function commandErrorOf(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  throw error;
}

function describeStop(stop: Error): CommandError {
  if (stop instanceof CommandError) return stop;
  if (isTelecrmError(stop)) return describeFailure(stop);
  const described = describeFileError(stop, 'the journal', 'cannot be written');
  if (described instanceof CommandError) return described;
  if (!isTelecrmError(stop.cause)) return unreachable(stop.message);
  const { fix } = describeFailure(stop.cause);
  return unreachable(`${stop.message}: ${describeCall(stop.cause)}`, fix);
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
