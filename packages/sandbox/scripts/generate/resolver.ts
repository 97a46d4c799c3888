import { build } from 'esbuild';

/**
 * `createResolver` of the spec's model as a module without imports: the sandbox resolves references with the same code
 * as every other package, without depending on the spec at run time.
 */
export async function generateResolver(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { createResolver } from '@telecrm/spec/model';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    minify: true,
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}
