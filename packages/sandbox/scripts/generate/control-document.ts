import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { OpenApiDocument } from '@telecrm/spec/model';
import manifest from '../../package.json' with { type: 'json' };

/** The description of the control surface as one document. */
export async function bundleControlDocument(): Promise<OpenApiDocument> {
  const { stdout } = await promisify(execFile)(
    'redocly',
    // The guides are about the two APIs.
    [
      'bundle',
      'sandbox',
      '--config',
      '../../redocly.yaml',
      '--skip-decorator=telecrm/guides',
      '--ext=json',
    ],
    { cwd: fileURLToPath(new URL('../../', import.meta.url)), maxBuffer: 64 * 1024 * 1024 },
  );
  const document: OpenApiDocument = JSON.parse(stdout);
  document.info.version = manifest.version;
  return document;
}
