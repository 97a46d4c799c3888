import { readFile } from 'node:fs/promises';
import { fingerprint, version } from '@telecrm/spec';
import asyncJson from '@telecrm/spec/async.json' with { type: 'json' };
import { bundlePath } from '@telecrm/spec/files';
import packageJson from '@telecrm/spec/package.json' with { type: 'json' };
import syncJson from '@telecrm/spec/sync.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fingerprintOf } from '../build/fingerprint.ts';

describe('the package', () => {
  it.each([
    ['async' as const, asyncJson],
    ['sync' as const, syncJson],
  ])('exports the %s bundle, the same in JSON and YAML', async (api, json) => {
    expect(JSON.parse(await readFile(bundlePath(api), 'utf8'))).toEqual(json);
    expect(parse(await readFile(bundlePath(api, 'yaml'), 'utf8'))).toEqual(json);
  });

  it.each([asyncJson, syncJson])('bundles $info.title into one self-contained document', (json) => {
    const references = JSON.stringify(json).match(/"\$ref":"[^"]*"/g) ?? [];
    expect(references.filter((reference) => !reference.startsWith('"$ref":"#/'))).toEqual([]);
    expect(references).not.toEqual([]);
  });

  it('stamps its version on both bundles', () => {
    expect(version).toBe(packageJson.version);
    expect([asyncJson.info.version, syncJson.info.version]).toEqual([version, version]);
  });

  it('has a fingerprint of the bundles that anyone can compute from the JSON files', async () => {
    const texts = await Promise.all(
      [bundlePath('async'), bundlePath('sync')].map((path) => readFile(path, 'utf8')),
    );
    expect(fingerprint).toBe(fingerprintOf(texts));
  });
});
