import { loadNodeRuntime } from '@php-wasm/node';
import { PHP } from '@php-wasm/universal';

let loaded: Promise<PHP> | undefined;

async function loadPhp(): Promise<PHP> {
  return new PHP(await loadNodeRuntime('8.4', { emscriptenOptions: { processId: process.pid } }));
}

const folder = '/telecrm-sample';

/**
 * Runs a PHP program in WebAssembly as the handler of a form submission. Its folder contains only the given files.
 *
 * @returns The output of the program. Rejects if the program fails or PHP reports a warning.
 */
export async function runPhp(
  code: string,
  environment: Record<string, string>,
  files: Record<string, string> = {},
): Promise<string> {
  loaded ??= loadPhp();
  const php = await loaded;
  if (php.fileExists(folder)) php.rmdir(folder);
  php.mkdir(folder);
  for (const [name, content] of Object.entries({ ...files, 'sample.php': code })) {
    php.writeFile(`${folder}/${name}`, content);
  }
  const { text, errors, exitCode } = await php.run({
    scriptPath: `${folder}/sample.php`,
    env: environment,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new TextEncoder().encode('name=Jane+Doe&phone=%2B91+99999+99999&email='),
  });
  const warning = text.match(/(?:Fatal error|Warning|Notice|Deprecated|Parse error).*/)?.[0];
  if (exitCode !== 0 || errors || warning) {
    throw new Error(`PHP exited with ${exitCode}: ${errors || warning || text}`);
  }
  return text;
}
