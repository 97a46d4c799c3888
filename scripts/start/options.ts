import { parseArgs } from 'node:util';

/** The preferred ports, used if they are free. */
export interface Options {
  docsPort: number;
  mockPort: number;
}

/** Reads `--docs-port` and `--mock-port`. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      'docs-port': { type: 'string', default: '4000' },
      'mock-port': { type: 'string', default: '4010' },
    },
  });
  return {
    docsPort: readPort('--docs-port', values['docs-port']),
    mockPort: readPort('--mock-port', values['mock-port']),
  };
}

function readPort(flag: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65535) return port;
  throw new Error(`${flag} takes a whole number from 0 to 65535, not "${text}"`);
}
