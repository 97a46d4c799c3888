import { apis } from '@telecrm/spec/model';
import { createSandbox } from '../create-sandbox.ts';
import type { HostOptions } from '../open-sandbox.ts';
import type { ExampleSource } from '../prefer/example-source.ts';
import type { Sandbox } from '../sandbox.ts';

/** Responds to every valid request with the first success example. */
const successExamples: ExampleSource = {
  choose: async ({ api, id, success: { status } }) => {
    const { responses } = apis()[api].operation(id);
    const success = responses.find((response) => response.status === String(status));
    const body = success?.content?.examples[0]?.value;
    return { respond: async () => ({ status, body }) };
  },
};

/** A sandbox that validates requests against the whole spec, without a workspace that stores or drops anything. */
export function statelessSandbox(): Sandbox {
  const options: HostOptions = { strict: true, stateless: true, examples: successExamples };
  return createSandbox(options);
}
