import { expect, it, vi } from 'vitest';
import { controlOperations } from '../generated/control-operations.ts';
import { hostingOperations } from '../generated/hosting-operations.ts';
import { bodyLimit } from '../http/read-json.ts';
import { adminToken, hosted } from '../testing/hosted.ts';
import { responseProblem } from '../validation/validate-response.ts';

/** Every operation of the control surface that identifies its caller. */
const operations = [...controlOperations, ...hostingOperations].filter(
  ({ id }) => id !== 'getHealth',
);

it.each(operations)(
  'the description of $id contains the rejections that come before its handler',
  async (operation) => {
    const { sandbox, workspace, storage } = hosted({ open: true });
    const { syncToken, enterpriseId } = await workspace();
    vi.spyOn(storage.rateLimits, 'take').mockResolvedValue(7);
    const url = new URL(
      operation.path.replace('{enterpriseId}', enterpriseId),
      sandbox.baseUrls.async,
    );
    const statusAs = async (token: string, more: RequestInit = {}) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
      const response = await sandbox.fetch(url, { method: operation.method, headers, ...more });
      const problem = responseProblem(operation, response.status, await response.json());
      return problem ?? response.status;
    };
    expect(await statusAs(syncToken)).toBe(429);
    expect(await statusAs('wrong')).toBe(401);
    if (operation.body === undefined) return;
    expect(await statusAs(adminToken, { body: '{}' })).toBe(415);
    expect(await statusAs(adminToken, { body: 'x'.repeat(bodyLimit + 1) })).toBe(413);
  },
);
