import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { describe, expect, it } from 'vitest';
import { readBundles } from './bundle.ts';
import { controlBundle } from './control/control.ts';
import { resourcesOf } from './resources.ts';

const bundles = { ...readBundles(), control: controlBundle };

describe.each(Object.entries(bundles))('what the build has made of %s', (api, bundle) => {
  it('is what Prism makes of it', async () => {
    const made = await getHttpOperationsFromSpec(structuredClone(bundle));
    // What is undefined is left out in JSON.
    expect(await resourcesOf(api, bundle)).toEqual(JSON.parse(JSON.stringify(made)));
  });
});
