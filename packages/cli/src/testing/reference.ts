import { PassThrough } from 'node:stream';
import { createProgram } from '../program/program.ts';

/** The reference of the command line as Markdown, from the help of each command. */
export function reference(): string {
  const stream = () => Object.assign(new PassThrough(), { columns: 100 });
  const streams = { stdin: stream(), stdout: stream(), stderr: stream() };
  const { signal } = new AbortController();
  const terminal = { ...streams, env: {}, cwd: '/', signal };
  const ignore = () => undefined;
  const program = createProgram({ terminal, exitWith: ignore, completeJson: ignore });
  const sections = [program, ...program.commands].map((command) => {
    const name = command === program ? 'telecrm' : `telecrm ${command.name()}`;
    command.outputHelp();
    return `## ${name}\n\n\`\`\`text\n${String(streams.stdout.read()).trim()}\n\`\`\`\n`;
  });
  return `# The command line of telecrm\n\nWritten by the commands themselves: this is their \`--help\`.\n\n${sections.join('\n')}`;
}
