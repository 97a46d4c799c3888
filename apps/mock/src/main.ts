import { runCommand } from './cli/run-command.ts';

// Prism uses deprecated APIs of Node. The warnings do not help people who start a sandbox.
process.noDeprecation = true;
// Node 22 warns that its SQLite is experimental, which does not help them either.
process.removeAllListeners('warning');
process.exitCode = await runCommand(process.argv.slice(2));
