import { equalInConstantTime } from '../../control/guard.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import { bearerToken } from '../../tokens/bearer-token.ts';
import { hashToken } from '../../tokens/hash-token.ts';
import type { HostingContext } from '../context.ts';
import { type Caller, operator } from './caller.ts';

const admin: Caller = { actor: 'admin', partnerId: null };

/** The only operation that needs no key if anybody can create a workspace. */
const openOperation = 'createWorkspace';

/** Identifies the caller of the control surface. */
export async function identify(
  { server: { storage }, options }: HostingContext,
  request: ApiRequest,
  operationId: string | undefined,
): Promise<Caller | ApiResponse> {
  const { adminToken, controlToken, open = false } = options;
  const needsToken = adminToken !== undefined || controlToken !== undefined || open;
  const token = bearerToken(request.header('authorization'));
  const network = request.network?.();
  const anybody = {
    actor: 'open',
    partnerId: null,
    ...(network !== undefined && { network }),
  } as const;
  if (token === undefined) {
    if (!needsToken) return operator;
    return open && operationId === openOperation ? anybody : unauthorized(options);
  }
  if (adminToken !== undefined && equalInConstantTime(token, adminToken)) return admin;
  if (controlToken !== undefined && equalInConstantTime(token, controlToken)) return operator;
  const hash = await hashToken(token);
  const partner = await storage.partners.findByKey(hash);
  if (partner) return { actor: 'partner', partnerId: partner.id };
  const grant = await storage.workspaces.findByToken(hash);
  if (grant?.api === 'sync' && grant.workspace.state === 'unclaimed') {
    return { ...anybody, enterpriseId: grant.workspace.enterpriseId };
  }
  return needsToken ? unauthorized(options) : operator;
}

export function unauthorized({ adminToken, open }: HostingContext['options']): ApiResponse {
  const keys = [
    ...(adminToken === undefined ? ['the control token'] : ['the key of a partner']),
    ...(open ? ['the Sync token of an unclaimed workspace'] : []),
  ];
  const message = `This needs ${keys.join(' or ')}: send it as Authorization: Bearer.`;
  return errorResponse(401, 'NOT_AUTHORIZED', message);
}
