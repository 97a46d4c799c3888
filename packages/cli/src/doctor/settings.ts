import type { Environment } from '../connection/environment.ts';
import { type Diagnosis, ok, problem, skipped } from './diagnosis.ts';

const dashboard = 'Settings → Website and API in the telecrm dashboard';

/** Checks that the variables are set and have a plausible form. */
export function diagnoseSettings(env: Environment): Diagnosis[] {
  return [
    enterpriseId(env.TELECRM_ENTERPRISE_ID),
    token('Sync', env.TELECRM_SYNC_TOKEN, env.TELECRM_ENTERPRISE_ID),
    token('Async', env.TELECRM_ASYNC_TOKEN, env.TELECRM_ENTERPRISE_ID),
    ...url('TELECRM_SYNC_URL', env.TELECRM_SYNC_URL),
    ...url('TELECRM_ASYNC_URL', env.TELECRM_ASYNC_URL),
  ];
}

/** Whether a value can be sent. */
export function isUsable(value: string | undefined): value is string {
  return value !== undefined && /^[!-~]+$/.test(value) && !/["'`]/.test(value);
}

/** Whether a base URL can be called. If it is not set, production is used. */
export function isPlainUrl(value: string | undefined): boolean {
  if (!value) return true;
  return /^https?:\/\/[^/@?#\s]+[^@?#\s]*$/.test(value) && !/\/enterprise(\/|$)/.test(value);
}

function url(name: string, value: string | undefined): Diagnosis[] {
  if (isPlainUrl(value)) return [];
  const fix = 'Set it to the part of the URL before /enterprise, or unset it for production.';
  return [problem(name, 'is not a valid base URL', fix)];
}

function enterpriseId(value: string | undefined): Diagnosis {
  const name = 'TELECRM_ENTERPRISE_ID';
  if (!value?.trim()) return problem(name, 'is not set', `Copy the ID from ${dashboard}.`);
  if (!isUsable(value)) return problem(name, 'contains spaces or quotes', 'Remove them.');
  if (/\d{13}:/.test(value)) {
    return problem(
      name,
      'contains a token',
      `Move the token to its own variable, and copy the ID from ${dashboard}.`,
    );
  }
  return ok(name, 'is set');
}

function token(
  type: string,
  value: string | undefined,
  enterpriseId: string | undefined,
): Diagnosis {
  const name = `TELECRM_${type.toUpperCase()}_TOKEN`;
  const make = `Create a token of type ${type} in ${dashboard}.`;
  if (!value?.trim()) return skipped(name, `is not set, so the ${type} API is not checked`);
  if (/^bearer\s/i.test(value)) return problem(name, 'starts with Bearer', 'Remove that word.');
  if (!isUsable(value)) return problem(name, 'contains spaces or quotes', 'Remove them.');
  if (value === enterpriseId || /^[\da-f]{24}$/i.test(value)) {
    return problem(name, 'contains an enterprise ID', make);
  }
  return ok(name, 'is set');
}
