import { dirname } from 'node:path';
import ts from 'typescript-5';

/** An entry point of a package, `@telecrm/client/testing`, and its declarations. */
export interface EntryPoint {
  name: string;
  /** The file of declarations. */
  types: string;
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ESNext,
  types: [],
};
const host = ts.createCompilerHost(options);
const libraries = dirname(ts.getDefaultLibFilePath(options));
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Reads files like the compiler. The libraries of the language, which take longest, are read once for all reports. */
const sharedHost: ts.CompilerHost = {
  ...host,
  getSourceFile(file, ...more) {
    if (!file.startsWith(libraries)) return host.getSourceFile(file, ...more);
    if (!parsed.has(file)) parsed.set(file, host.getSourceFile(file, ...more));
    return parsed.get(file);
  },
};

const programs = new Map<string, ts.Program>();

/** The program of these entry points. It is created once, because reading the declarations takes longest. */
export function programOf(entries: readonly EntryPoint[]): ts.Program {
  const files = entries.map(({ types }) => types);
  const key = files.join();
  const program = programs.get(key) ?? ts.createProgram(files, options, sharedHost);
  programs.set(key, program);
  return program;
}
