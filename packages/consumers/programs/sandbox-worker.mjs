import { createSandbox } from '@telecrm/sandbox';

const sandbox = createSandbox({ asyncDelayMs: 1, controlToken: 'worker-control-token' });

export default {
  async fetch(request) {
    if (new URL(request.url).pathname !== '/phone') return sandbox.fetch(request);
    const { phoneOfNewLead } = await import('./sandbox.mjs');
    return new Response(await phoneOfNewLead());
  },
};
