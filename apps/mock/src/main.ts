import { setFlagsFromString } from 'node:v8';
import { runCommand } from './cli/run-command.ts';

// A small young generation saves memory, which matters on one's own machine.
setFlagsFromString('--semi-space-growth-factor=1');
// Prism calls what Node has deprecated, which is of no use to those who start a sandbox.
process.noDeprecation = true;
// Node 22 calls its SQLite experimental, which says nothing about the sandbox either.
process.removeAllListeners('warning');
process.exitCode = await runCommand(process.argv.slice(2));
