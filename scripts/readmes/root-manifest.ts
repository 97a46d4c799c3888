import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../gates/packages.ts';

/** The parts of the root's package.json that READMEs refer to. */
export interface RootManifest {
  packageManager: string;
  scripts: Readonly<Record<string, string>>;
}

export function readManifest(): RootManifest {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}
