import sync from '@telecrm/spec/sync.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';

const { schemas } = sync.components;
const text = JSON.stringify(sync);

/** The values that an error message of the spec lists after these words. */
function valuesAfter(words: string): string[] {
  const [, list = ''] = text.match(new RegExp(`${words}: ([^"]+)"`)) ?? [];
  return list.split(', ');
}

describe('error messages that list allowed values', () => {
  it('list the roles of the enum', () => {
    expect(valuesAfter('Allowed roles')).toEqual(schemas.TeamMemberRole.enum);
  });

  it('list the availability states of the enum', () => {
    expect(valuesAfter('Allowed states')).toEqual(schemas.AvailabilityState.enum);
  });

  it('state the bounds of the page size', () => {
    const bounds = Object.values(sync.components.parameters)
      .filter(({ name }) => name === 'limit')
      .map(({ schema }) => schema as { minimum: number; maximum: number });
    const stated = [...text.matchAll(/Limit should be between (\d+) and (\d+)/g)];
    const pairs = new Set(stated.map(([, minimum, maximum]) => `${minimum} ${maximum}`));
    expect(pairs).toEqual(new Set(bounds.map(({ minimum, maximum }) => `${minimum} ${maximum}`)));
  });
});

it('members can have every state that can be set, and also be invited or deleted', () => {
  const statuses = [...schemas.AvailabilityState.enum, 'Invited', 'Deleted'];
  expect(schemas.TeamMemberStatus.enum).toEqual(statuses);
});
