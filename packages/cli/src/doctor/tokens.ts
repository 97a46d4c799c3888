import type { Environment } from '../connection/environment.ts';
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts';
import { type ApiType, type Probe, probe } from './probe.ts';
import { isPlainUrl, isUsable } from './settings.ts';

/** What trying the tokens has shown. */
export interface TokenDiagnoses {
  readonly diagnoses: readonly Diagnosis[];
  /** Whether the Sync API can be read. */
  readonly canRead: boolean;
}

const types: readonly ApiType[] = ['Sync', 'Async'];

/** Tries each token on its API, and a refused one on the other: the API's own 401 does not say what is wrong. */
export async function diagnoseTokens(env: Environment): Promise<TokenDiagnoses> {
  if (!isUsable(env.TELECRM_ENTERPRISE_ID)) return { diagnoses: [], canRead: false };
  const diagnoses: Diagnosis[] = [];
  const times: Probe[] = [];
  let canRead = false;
  for (const type of types) {
    const token = env[variableOf(type)];
    if (!isUsable(token) || !isPlainUrl(env[urlOf(type)])) continue;
    const own = await tryToken(type, env, token);
    times.push(own);
    if (type === 'Sync') canRead = own.result === 'accepted';
    diagnoses.push(await diagnose(type, env, token, own));
  }
  return { diagnoses: [...diagnoses, ...diagnoseClock(times)], canRead };
}

async function diagnose(
  type: ApiType,
  env: Environment,
  token: string,
  own: Probe,
): Promise<Diagnosis> {
  const name = `${type} API`;
  const url = urlOf(type);
  switch (own.result) {
    case 'accepted':
      return own.enterpriseId === undefined || own.enterpriseId === env.TELECRM_ENTERPRISE_ID
        ? ok(name, `accepts the token of ${variableOf(type)}`)
        : warning(
            name,
            `answers for the enterprise ${own.enterpriseId}, not for TELECRM_ENTERPRISE_ID`,
            'Correct TELECRM_ENTERPRISE_ID.',
          );
    case 'unreachable':
      return {
        ...{ name, status: 'unreachable', message: own.message },
        fix: `Check the network, and ${url} if it is set.`,
      };
    case 'other':
      return problem(
        name,
        `does not answer as telecrm's ${type} API does: ${own.message}`,
        env[url] ? `Correct ${url}, or unset it for production.` : 'Is there a proxy in between?',
      );
    case 'refused':
      return explainRefusal(type, env, token, own);
  }
}

async function explainRefusal(
  type: ApiType,
  env: Environment,
  token: string,
  own: Probe,
): Promise<Diagnosis> {
  const name = `${type} API`;
  const other: ApiType = type === 'Sync' ? 'Async' : 'Sync';
  const elsewhere = await tryToken(other, env, token);
  if (elsewhere.result === 'accepted') {
    return problem(
      name,
      `refuses the token of ${variableOf(type)}, because it is of type ${other}`,
      `Put a token of type ${type} there; the two types are not interchangeable.`,
    );
  }
  return problem(
    name,
    `refuses the token of ${variableOf(type)} (${own.status}: ${own.message})`,
    'The token was deleted or is incomplete, or TELECRM_ENTERPRISE_ID belongs to another workspace. Compare both with Settings → Website and API; a token is shown only once, so make a new one if in doubt.',
  );
}

async function tryToken(type: ApiType, env: Environment, token: string): Promise<Probe> {
  try {
    return await probe(type, env, token);
  } catch (error) {
    // The client does not start with such values; its message names the option and never the value.
    const message = error instanceof Error ? error.message : String(error);
    return { result: 'other', message };
  }
}

/** A clock that is off moves dates, and breaks TLS. */
const maxSkewMs = 120_000;

function diagnoseClock(probes: readonly Probe[], now = Date.now()): Diagnosis[] {
  const time = probes.find(({ serverTime }) => serverTime !== undefined)?.serverTime;
  if (time === undefined) return [];
  const seconds = Math.round((now - time) / 1000);
  if (Math.abs(now - time) <= maxSkewMs) return [ok('Clock', 'agrees with the one of the server')];
  const direction = seconds > 0 ? 'ahead of' : 'behind';
  return [
    warning(
      'Clock',
      `is ${Math.abs(seconds)} seconds ${direction} the one of the server`,
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
