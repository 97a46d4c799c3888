import type { Environment } from '../connection/environment.ts';
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts';
import { type ApiType, type Probe, probe } from './probe.ts';
import { isPlainUrl, isUsable } from './settings.ts';

/** The results of testing the tokens. */
export interface TokenDiagnoses {
  readonly diagnoses: readonly Diagnosis[];
  /** Whether the Sync API can be read. */
  readonly canRead: boolean;
}

const types: readonly ApiType[] = ['Sync', 'Async'];

/** Tests each token with its API, and a rejected one with the other API, because a 401 does not contain the reason. */
export async function diagnoseTokens(
  env: Environment,
  signal: AbortSignal,
): Promise<TokenDiagnoses> {
  if (!isUsable(env.TELECRM_ENTERPRISE_ID)) return { diagnoses: [], canRead: false };
  const diagnoses: Diagnosis[] = [];
  const times: Probe[] = [];
  let canRead = false;
  for (const type of types) {
    const token = env[variableOf(type)];
    if (!isUsable(token) || !isPlainUrl(env[urlOf(type)])) continue;
    const attempt = await tryToken(type, env, token, signal);
    times.push(attempt);
    if (type === 'Sync') canRead = attempt.result === 'accepted';
    diagnoses.push(await diagnose(type, env, token, attempt, signal));
  }
  return { diagnoses: [...diagnoses, ...diagnoseClock(times)], canRead };
}

async function diagnose(
  type: ApiType,
  env: Environment,
  token: string,
  attempt: Probe,
  signal: AbortSignal,
): Promise<Diagnosis> {
  const name = `${type} API`;
  const url = urlOf(type);
  switch (attempt.result) {
    case 'accepted':
      return attempt.enterpriseId === undefined ||
        attempt.enterpriseId === env.TELECRM_ENTERPRISE_ID
        ? ok(name, `accepts the token in ${variableOf(type)}`)
        : warning(
            name,
            `responds for the enterprise ${attempt.enterpriseId}, not for TELECRM_ENTERPRISE_ID`,
            'Correct TELECRM_ENTERPRISE_ID.',
          );
    case 'unreachable':
      return {
        ...{ name, status: 'unreachable', message: attempt.message },
        fix: `Check the network, and ${url} if it is set.`,
      };
    case 'limited':
      return {
        ...{ name, status: 'unreachable', message: attempt.message },
        fix: 'Wait and run the command again.',
      };
    case 'other':
      return problem(
        name,
        `does not respond like telecrm's ${type} API: ${attempt.message}`,
        env[url]
          ? `Correct ${url}, or unset it for production.`
          : 'Check whether there is a proxy in between.',
      );
    case 'rejected':
      return explainRejection(type, env, token, attempt, signal);
  }
}

async function explainRejection(
  type: ApiType,
  env: Environment,
  token: string,
  attempt: Probe,
  signal: AbortSignal,
): Promise<Diagnosis> {
  const name = `${type} API`;
  const other: ApiType = type === 'Sync' ? 'Async' : 'Sync';
  const elsewhere = await tryToken(other, env, token, signal);
  if (elsewhere.result === 'accepted') {
    return problem(
      name,
      `rejects the token in ${variableOf(type)}, because it is of type ${other}`,
      `Put a token of type ${type} there; the two types are not interchangeable.`,
    );
  }
  return problem(
    name,
    `rejects the token in ${variableOf(type)} (${attempt.status}: ${attempt.message})`,
    'The token was deleted or is incomplete, or TELECRM_ENTERPRISE_ID belongs to another workspace. Compare both with Settings → Website and API; a token is shown only once, so make a new one if in doubt.',
  );
}

async function tryToken(
  type: ApiType,
  env: Environment,
  token: string,
  signal: AbortSignal,
): Promise<Probe> {
  try {
    const result = await probe(type, env, token, signal);
    signal.throwIfAborted();
    return result;
  } catch (error) {
    signal.throwIfAborted();
    // The client rejects such values; its message names the option and never contains the value.
    const message = error instanceof Error ? error.message : String(error);
    return { result: 'other', message };
  }
}

/** A larger difference shifts dates and makes TLS fail. */
const maxSkewMs = 120_000;

function diagnoseClock(probes: readonly Probe[], now = Date.now()): Diagnosis[] {
  const time = probes.find(({ serverTime }) => serverTime !== undefined)?.serverTime;
  if (time === undefined) return [];
  const seconds = Math.round((now - time) / 1000);
  if (Math.abs(now - time) <= maxSkewMs) return [ok('Clock', 'matches the clock of the server')];
  const direction = seconds > 0 ? 'ahead of' : 'behind';
  return [
    warning(
      'Clock',
      `is ${Math.abs(seconds)} seconds ${direction} the clock of the server`,
      'Synchronize the clock of this machine: dates that are computed from it would be wrong.',
    ),
  ];
}

function variableOf(type: ApiType) {
  return `TELECRM_${type.toUpperCase()}_TOKEN`;
}

function urlOf(type: ApiType) {
  return `TELECRM_${type.toUpperCase()}_URL`;
}
