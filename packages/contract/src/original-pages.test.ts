import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sandbox } from '@telecrm/mock';
import { describe, expect, inject, it } from 'vitest';
import { bundles } from './bundle.ts';
import { type Operation, operations } from './operations.ts';
import { type PageCall, pageAnswers, pageCalls, pageChoices } from './original-pages.ts';
import { complaints } from './validate.ts';

const mock = inject('mock');

function operationOf({ operationId }: { operationId: string }): Operation {
  const operation = operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new Error(`the spec has no operation ${operationId}`);
  return operation;
}

/** The call as the page prints it, in curl, with host, token and enterprise ID replaced. */
async function curl({ api, method }: Operation, { path, body }: PageCall) {
  const url = `${mock[api]}/enterprise/${sandbox.enterpriseId}${path}`;
  const send =
    body === undefined ? [] : ['-H', 'Content-Type: application/json', '-d', JSON.stringify(body)];
  const { stdout } = await promisify(execFile)('curl', [
    ...['--silent', '--show-error', '--globoff', '--max-time', '10'],
    ...['-X', method.toUpperCase(), url],
    ...['-H', `Authorization: Bearer ${sandbox.tokens[api]}`, ...send],
    ...['--write-out', '\n%{http_code}'],
  ]);
  const [answer = '', status = ''] = stdout.split(/\n(?=\d+$)/);
  return { status, body: JSON.parse(answer) };
}

describe.each(pageCalls)('$page: $call', (pageCall) => {
  const operation = operationOf(pageCall);

  it('is taken by the mock from curl and answered in the documented shape', async () => {
    const { status, body } = await curl(operation, pageCall);
    expect(status).toMatch(/^2/);
    expect(Object.keys(operation.raw.responses)).toContain(status);
    expect(complaints(operation.api, operation.pointers.response(status), body)).toEqual([]);
  });
});

const payloads = pageCalls.filter(({ body }) => body !== undefined);

describe('the payloads that the pages print', () => {
  it.each(payloads)('$page: $call is a request example of the spec, to the letter', (pageCall) => {
    const { requests } = operationOf(pageCall);
    expect(requests.map(({ body }) => body)).toContainEqual(pageCall.body);
  });
});

describe('the answers that the pages print', () => {
  it.each(pageAnswers)(
    '$page: $operationId $status is an example of the spec, to the letter',
    (answer) => {
      const printed = operationOf(answer).responses.filter(
        ({ status }) => status === answer.status,
      );
      expect(printed.map(({ body }) => body)).toContainEqual(answer.body);
    },
  );
});

describe('the choices that the pages list', () => {
  it.each(Object.entries(pageChoices))('%s has these and no others', (schema, choices) => {
    for (const bundle of Object.values(bundles)) {
      expect(bundle.components.schemas[schema]?.enum).toEqual(choices);
    }
  });
});
