import { describe, expect, it } from 'vitest';
import { checkLead } from '../check/check-lead.ts';
import { completeDefinition } from '../definition/index.ts';
import { assumeTeam, guessTarget, payloadOfCells, targetsOf } from './index.ts';

const definition = completeDefinition({
  customFields: [{ apiName: 'owner', type: 'activeUsers' }],
});

describe('payloadOfCells', () => {
  const targets = targetsOf(definition);
  const columns = ['Mobile', 'Name', 'ACTION_1001.note', 'Unknown'];
  const mapping = new Map(columns.map((name) => [name, guessTarget(name, targets) ?? null]));
  const payload = (...cells: string[]) => {
    const named = columns.map((name, index) => [name, cells[index] ?? ''] as const);
    return payloadOfCells(named, mapping, { newOptions: true });
  };

  it('returns the fields of the lead and of its actions, and omits empty cells', () => {
    expect(payload('919999999999', '', 'Called', 'x')).toEqual({
      ok: true,
      body: {
        fields: { phone: '919999999999' },
        actions: [{ type: 'ACTION_1001', fields: { note: 'Called' } }],
      },
    });
  });

  it('reports every cell that cannot be sent', () => {
    expect(payload('9.2E+11')).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^phone is a number that Excel has rounded/)],
    });
  });
});

describe('assumeTeam', () => {
  const body = { fields: { phone: '919999999999', owner: 'Somebody@company.com' } };

  it('adds every address of a payload to the team', () => {
    const definitionFor = assumeTeam(definition, { hasTeam: false });
    expect(checkLead(definitionFor(body), body, 'async').dropped).toEqual([]);
  });

  it('does not change a definition with a known team', () => {
    const definitionFor = assumeTeam(definition, { hasTeam: true });
    expect(checkLead(definitionFor(body), body, 'async').dropped).toHaveLength(1);
  });
});
