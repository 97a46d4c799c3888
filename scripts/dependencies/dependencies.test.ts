import { describe, expect, it } from 'vitest';
import { readReport } from './advisories.ts';
import { notAllowed } from './licenses.ts';

describe('notAllowed', () => {
  it('accepts permissive licenses, and choices that include one', () => {
    const found = { MIT: [{ name: 'a' }], '(GPL-3.0 OR ISC)': [{ name: 'b' }] };
    expect(notAllowed(found)).toEqual([]);
  });

  it('names packages under other licenses, in part or as a whole, and under unknown ones', () => {
    const found = {
      'GPL-3.0': [{ name: 'a' }],
      'MIT AND AGPL-3.0': [{ name: 'b' }],
      Unknown: [{ name: 'c' }],
    };
    expect(notAllowed(found).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});

describe('readReport', () => {
  it('lists vulnerabilities with their package, without those of low severity', () => {
    const advisories = {
      1: { module_name: 'a', severity: 'high', title: 'Reads any file' },
      2: { module_name: 'b', severity: 'low', title: 'Slow' },
    };
    expect(readReport(JSON.stringify({ advisories }))).toEqual({
      problems: ['a: Reads any file (high)'],
    });
  });

  it.each(['', 'Error: ERR_PNPM_AUDIT_BAD_RESPONSE', '{"error":{}}'])(
    'does not treat %j as a clean result',
    (text) => {
      expect(readReport(text)).toHaveProperty('notFetched');
    },
  );
});
