import { expect, it } from 'vitest';
import { readRedocScript, readSampleStyles } from './script.ts';

it('loads no image from another host', async () => {
  const script = await readRedocScript('../../assets/logo.svg');
  expect(script).not.toContain('cdn.redoc.ly');
  expect(script.split('../../assets/logo.svg')).toHaveLength(3);
});

it('returns the styles of samples', async () => {
  const styles = await readSampleStyles();
  expect(styles).toContain('color: var(--code-block-tokens-string-color)');
  expect(styles.length).toBeLessThan(30);
});
