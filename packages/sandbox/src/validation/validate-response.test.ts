import { expect, it } from 'vitest';
import { controlOperations } from '../generated/control-operations.ts';
import * as controlValidators from '../generated/control-validators.ts';
import { operations } from '../generated/operations.ts';
import { addValidators } from './compiled.ts';
import { responseProblem } from './validate-response.ts';

addValidators(controlValidators);
const all = [...operations, ...controlOperations];

function operationOf(id: string) {
  const operation = all.find((candidate) => candidate.id === id);
  if (!operation) throw new Error(`There is no ${id}`);
  return operation;
}

const envelope = { error: { code: 'INTERNAL_SERVER_ERROR', message: 'Broken.' } };

it.each<[string, number, unknown, string | undefined]>([
  ['getLead', 200, { fields: { phone: '919999999999' } }, undefined],
  ['getLead', 503, envelope, undefined],
  ['getLead', 503, { error: { code: 'x' } }, 'response.error breaks the rule required'],
  ['getLead', 200, undefined, 'response breaks the rule type'],
  ['getLead', 202, {}, 'the status 202 is not documented'],
  ['deleteFaults', 204, undefined, undefined],
  ['deleteFaults', 204, {}, 'the status 204 is documented without a body'],
])('%s with %i and %j', (id, status, body, problem) => {
  expect(responseProblem(operationOf(id), status, body)).toBe(problem);
});
