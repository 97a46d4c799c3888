import { canBeSegment } from './path.ts';

/** Where a client sends its calls, and as whom. */
export interface Connection {
  enterpriseId: string;
  token: string;
  baseUrl: string;
}

const dashboard = 'Settings → Website and API in the telecrm dashboard';

/**
 * Completes the options from the environment and the spec. Throws one error that lists all that
 * is missing or cannot be right, in words that never repeat a value: it could be the token.
 */
export function connect(
  type: 'Sync' | 'Async',
  production: string,
  options: { [Option in keyof Connection]?: string | undefined },
): Connection {
  const prefix = `TELECRM_${type.toUpperCase()}`;
  const problems: string[] = [];

  function read(option: keyof Connection, variable: string, advice: string, standard?: string) {
    const own = options[option];
    const value = own ?? globalThis.process?.env?.[variable] ?? standard;
    const problem = complaint(option, value);
    if (problem) {
      const source = value !== undefined && own === undefined ? ` (from ${variable})` : '';
      problems.push(`${option}${source} ${problem}. Pass ${option} or set ${variable}. ${advice}`);
    }
    return value ?? '';
  }

  const enterpriseId = read(
    'enterpriseId',
    'TELECRM_ENTERPRISE_ID',
    `The ID is shown under ${dashboard}.`,
  );
  const token = read(
    'token',
    `${prefix}_TOKEN`,
    `Make a token of type ${type} under ${dashboard}; it is shown only once, when it is made.`,
  );
  const baseUrl = read(
    'baseUrl',
    `${prefix}_URL`,
    `Leave both out to call production, ${production}.`,
    production,
  );
  if (problems.length > 0) {
    throw new Error(`The ${type} client cannot start:\n- ${problems.join('\n- ')}`);
  }
  return { enterpriseId, token, baseUrl: new URL(baseUrl).href.replace(/\/+$/, '') };
}

function complaint(option: keyof Connection, value: unknown): string | undefined {
  if (value === undefined) return 'is missing';
  if (typeof value !== 'string') return 'is not a string';
  if (value.trim() === '') return 'is blank';
  return complaints[option](value);
}

const complaints: Record<keyof Connection, (value: string) => string | undefined> = {
  enterpriseId(value) {
    if (value !== value.trim()) return 'has white space around it';
    if (!canBeSegment(value)) return 'is only dots';
    return undefined;
  },
  token(value) {
    if (/^\s*bearer\s/i.test(value)) return 'starts with "Bearer", which the client adds itself';
    if (/\s/.test(value)) return 'has white space in it';
    if (/[^!-~]/.test(value)) return 'has a character in it that no HTTP header can carry';
    return undefined;
  },
  baseUrl(value) {
    const url = URL.parse(value);
    if (!url || !/^https?:$/.test(url.protocol)) return 'is not an http:// or https:// URL';
    if (url.username || url.password) return 'has a user name or password in it';
    if (url.search || url.hash) return 'has a query or a fragment after its path';
    if (/\/enterprise(\/|$)/.test(url.pathname)) return 'goes too far: it ends before /enterprise';
    return undefined;
  },
};
