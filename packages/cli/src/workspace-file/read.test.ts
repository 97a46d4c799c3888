import { expect, it } from 'vitest';
import { parseWorkspaceFile } from './read.ts';

function problemOf(text: string): string {
  try {
    parseWorkspaceFile(text, 'w.json');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'none';
}

it('reads a definition, even with a byte order mark and a $schema', () => {
  const { content, definition } = parseWorkspaceFile('\uFEFF{"$schema":"x","seats":3}', 'w.json');
  expect(content).toEqual({ $schema: 'x', seats: 3 });
  expect(definition).toMatchObject({ seats: 3, defaultCountry: 'IN' });
});

it.each([
  ['', 'w.json:1:1 is not JSON: value expected'],
  ['{\n  "seats": 3,\n}', 'w.json:3:1 is not JSON: property name expected'],
  ['{ // no comments\n}', 'w.json:1:3 is not JSON: invalid comment token'],
  ['\uFEFF{"seats":', 'w.json:1:10 is not JSON: value expected'],
  [
    `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'w.json:1:69 is nested more than 64 levels deep',
  ],
  ['{"a":'.repeat(100_000), 'w.json:1:321 is nested more than 64 levels deep'],
  ['[]', 'w.json is not a workspace file: it is not a JSON object'],
  ['"x"', 'w.json is not a workspace file: it is not a JSON object'],
])('rejects %.40j', (text, problem) => {
  expect(problemOf(text)).toBe(problem);
});

it('mentions newer versions for a key that resembles none', () => {
  const newer = /^If a newer version of telecrm wrote the file, update @telecrm\/cli\.$/;
  expect(() => parseWorkspaceFile('{"version":2}', 'w.json')).toThrow(
    expect.objectContaining({ fix: expect.stringMatching(newer) }),
  );
  expect(() => parseWorkspaceFile('{"customField":[]}', 'w.json')).toThrow(
    expect.objectContaining({ fix: undefined }),
  );
});

it('reports all mistakes with line, column, problem and fix', () => {
  const text = JSON.stringify(
    {
      customField: [],
      customFields: [{ apiName: 'x', type: 'blob' }, { type: 'text' }],
      customActions: [
        { code: 'ACTION_1', displayName: 'A', fieldSchema: { 'a.b': { type: 'x' } } },
      ],
    },
    null,
    2,
  );
  const lines = problemOf(text).split('\n');
  expect(lines[0]).toBe('the workspace file cannot be used');
  expect(lines.slice(1)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^w\.json:2:18 customField is not known: did you mean `customFields`/),
      expect.stringMatching(/^w\.json:6:15 customFields\[0\]\.type .*: send a field type/),
      expect.stringMatching(/^w\.json:8:5 customFields\[1\]\.apiName is missing/),
      expect.stringMatching(/^w\.json:18:19 customActions\[0\]\.fieldSchema\.a\.b\.type /),
    ]),
  );
});
