/** Where a client sends its calls, and as whom. */
export interface Connection {
  enterpriseId: string;
  token: string;
  baseUrl: string;
}

/** What a value must not look like, and what to say when it does. The first that fits is told. */
type Complaints = [looks: RegExp, complaint: string][];

const complaints: Record<keyof Connection | 'all', Complaints> = {
  all: [
    [/^\s*$/, 'is missing'],
    [/[^!-~]|["'`]/, 'has Bearer, white space or quotes'],
  ],
  // A real token is two UUIDs with the time of its making between them.
  enterpriseId: [[/\d{13}:/, 'is a token']],
  token: [[/^[\da-f]{24}$/i, 'is an enterprise ID']],
  baseUrl: [
    [/^(?!https?:\/\/[^/@?#]+[^@?#]*$)|\/enterprise(\/|$)/, 'is no plain URL up to /enterprise'],
  ],
};

/**
 * Completes the options from the environment and the spec. Throws one error that lists all that
 * is missing or cannot be right, in words that never repeat a value: it could be the token.
 */
export function connect(
  type: string,
  production: string,
  options: { [Option in keyof Connection]?: string | undefined },
): Connection {
  const prefix = `TELECRM_${type.toUpperCase()}_`;
  let problems = '';

  function read(option: keyof Connection, variable: string, standard = ''): string {
    const own = options[option];
    const value = `${own ?? globalThis.process?.env?.[variable] ?? standard}`;
    const [, complaint] =
      [...complaints.all, ...complaints[option]].find(([looks]) => looks.test(value)) ?? [];
    if (complaint) problems += `\n- ${option} (or ${variable}) ${complaint}`;
    return value;
  }

  const connection = {
    enterpriseId: read('enterpriseId', 'TELECRM_ENTERPRISE_ID'),
    token: read('token', `${prefix}TOKEN`),
    baseUrl: read('baseUrl', `${prefix}URL`, production).replace(/\/+$/, ''),
  };
  if (problems) {
    throw new Error(
      `The ${type} client cannot start:${problems}\nSee Settings → Website and API in telecrm.`,
    );
  }
  return connection;
}
