import type { ClientOptions } from './options.ts';
import type { TokenSource } from './token.ts';

/** The server, workspace and token of a client. */
export interface Connection {
  readonly enterpriseId: string;
  readonly baseUrl: string;
  /** The current token. */
  readonly token: () => Promise<string>;
}

interface ConnectionOptions extends Pick<ClientOptions, 'enterpriseId'> {
  readonly token?: TokenSource | undefined;
  readonly baseUrl?: string | undefined;
}

/** A pattern of invalid values, and the problem to report. The first match wins. */
type Rule = readonly [looks: RegExp, problem: string];

const anyValue: readonly Rule[] = [
  [/^\s*$/, 'is missing'],
  [/[^!-~]|["'`]/, 'has Bearer, white space or quotes'],
];
// A real token is two UUIDs with its creation time between them.
const enterpriseIdRules: readonly Rule[] = [...anyValue, [/\d{13}:/, 'is a token']];
const tokenRules: readonly Rule[] = [...anyValue, [/^[\da-f]{24}$/i, 'is an enterprise ID']];
const baseUrlRules: readonly Rule[] = [
  ...anyValue,
  [/^(?!https?:\/\/[^/@?#]+[^@?#]*$)|\/enterprise(\/|$)/, 'is not a plain URL up to /enterprise'],
];

/**
 * Completes the options from the environment and the spec. Throws one error that lists everything that is
 * missing or invalid. It never contains a value, which could be the token.
 */
export function connect(type: string, production: string, options: ConnectionOptions): Connection {
  const prefix = `TELECRM_${type.toUpperCase()}_`;
  const problems: string[] = [];

  function read(
    option: string,
    variable: string,
    given: string | undefined,
    rules: readonly Rule[],
    fallback = '',
  ): string {
    const value = `${given ?? globalThis.process?.env?.[variable] ?? fallback}`;
    const problem = problemOf(value, rules);
    if (problem) problems.push(`- ${option} (or ${variable}) ${problem}`);
    return value;
  }

  const { token } = options;
  const [idVariable, tokenVariable] = ['TELECRM_ENTERPRISE_ID', `${prefix}TOKEN`];
  const enterpriseId = read('enterpriseId', idVariable, options.enterpriseId, enterpriseIdRules);
  const source =
    typeof token === 'function' ? token : read('token', tokenVariable, token, tokenRules);
  const baseUrl = read('baseUrl', `${prefix}URL`, options.baseUrl, baseUrlRules, production);
  if (problems.length > 0) {
    throw new Error(
      `The ${type} client cannot start:\n${problems.join('\n')}\nSee Settings → Website and API in telecrm.`,
    );
  }
  return {
    enterpriseId,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    token: async () => (typeof source === 'string' ? source : checkedToken(await source())),
  };
}

function checkedToken(token: unknown): string {
  const problem = typeof token === 'string' ? problemOf(token, tokenRules) : 'is not a string';
  if (typeof token === 'string' && !problem) return token;
  throw new TypeError(`the returned token ${problem}`);
}

function problemOf(value: string, rules: readonly Rule[]): string | undefined {
  return rules.find(([looks]) => looks.test(value))?.[1];
}
