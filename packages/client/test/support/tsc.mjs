// Like `tsc -p`, but does not check the types of other packages. Prints the errors of a project.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { default: ts } = await import('typescript');

const [config = ''] = process.argv.slice(2);
const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(config, undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  },
});
const host = ts.createCompilerHost(options);
const program = ts.createProgram(fileNames, options, host);
const ours = program
  .getSourceFiles()
  .filter(({ fileName }) => !fileName.includes('/node_modules/'));
const diagnostics = [
  ...errors,
  ...program.getOptionsDiagnostics(),
  ...program.getGlobalDiagnostics(),
  ...ours.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]),
];
process.stdout.write(ts.formatDiagnostics(diagnostics, host));
