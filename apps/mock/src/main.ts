import { setFlagsFromString } from 'node:v8';
import { runCommand } from './cli/run-command.ts';

// What outlives its call stays for good: more room for what is new would cost memory and gain nothing.
setFlagsFromString('--semi-space-growth-factor=1');
// Prism calls what Node has deprecated, which is of no use to those who start a sandbox.
process.noDeprecation = true;
process.exitCode = await runCommand(process.argv.slice(2));
