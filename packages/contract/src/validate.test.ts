import { expect, it } from 'vitest';
import { operationById } from './operations.ts';
import { createPrismVerdict } from './oracle/prism.ts';
import { requestIssues, responseIssues } from './validate.ts';

it('names the path and the problem in a body', () => {
  expect(requestIssues(operationById('createLead'), { fields: 'none' })).toContain(
    '/fields must be object',
  );
});

it('throws for a response that is not in the spec', async () => {
  const operation = operationById('getLead');
  expect(() => requestIssues(operation, {})).toThrow('getLead takes no body');
  expect(() => responseIssues(operation, 418, {})).toThrow('getLead documents no body for 418');
  const verdict = await createPrismVerdict([]);
  await expect(verdict(operation, { path: {}, query: {}, body: undefined })).rejects.toThrow(
    'Prism does not know getLead',
  );
});
