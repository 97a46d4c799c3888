import type { ResponseOrCut } from './faults/apply-fault.ts';
import { facts } from './generated/facts.ts';
import { fromRequest } from './http/api-request.ts';
import { encodeResponse } from './http/api-response.ts';
import { openSandbox } from './open-sandbox.ts';
import type { SandboxOptions } from './options.ts';
import type { Sandbox } from './sandbox.ts';
import { defaultCredentials } from './workspaces/credentials.ts';
import { openWorkspace } from './workspaces/open-workspace.ts';
import { openWorkspaces } from './workspaces/sandbox-workspaces.ts';

/** A host name that never resolves: names under `.invalid` are reserved for this. */
const origin = 'https://sandbox.invalid';

/**
 * Creates a sandbox of both telecrm APIs: a function from `Request` to `Response`, with a default workspace.
 *
 * @param options The workspace and the behavior of the sandbox.
 * @throws TypeError if the workspace definition is invalid, with the path, the problem and the fix.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@telecrm/sandbox';
 *
 * await using sandbox = createSandbox();
 * const { enterpriseId, syncToken } = sandbox.workspace;
 * const url = `${sandbox.baseUrls.sync}/enterprise/${enterpriseId}/metadata`;
 * const response = await sandbox.fetch(url, { headers: { Authorization: `Bearer ${syncToken}` } });
 * console.log(response.status, await response.json());
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { server, handle, addDefaultWorkspace, stop } = openSandbox(options);
  let adding: Promise<void> | undefined;
  const ready = () => (adding ??= addDefaultWorkspace());
  const enterpriseId = options.workspace?.enterpriseId ?? defaultCredentials.enterpriseId;

  const close = async () => {
    await ready();
    stop();
    server.queue.stop();
    await server.storage.close();
  };

  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      await ready();
      return toResponse(await handle(fromRequest(request)), request);
    },
    baseUrls: {
      sync: origin + facts.basePaths.sync,
      async: origin + facts.basePaths.async,
    },
    workspace: {
      ...openWorkspace(server, enterpriseId, ready),
      ...{ ...defaultCredentials, enterpriseId },
    },
    workspaces: openWorkspaces(server, ready),
    ready,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function toResponse(response: ResponseOrCut, request: Request): Promise<Response> {
  if (response === 'cut') {
    throw new TypeError('fetch failed', { cause: new Error('The sandbox cut the connection') });
  }
  const { status, headers, content = null } = await encodeResponse(response);
  const body = typeof content === 'object' && content !== null ? new Blob([...content]) : content;
  return new Response(request.method === 'HEAD' ? null : body, { status, headers });
}
