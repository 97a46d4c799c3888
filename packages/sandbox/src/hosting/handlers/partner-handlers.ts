import { type Handler, type HostingHandlers, ok } from '../../control/handler.ts';
import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import { pageOf } from '../../lists/page.ts';
import type { PartnerRecord } from '../../storage/partners.ts';
import { hashToken } from '../../tokens/hash-token.ts';
import { withoutForeign } from '../audit/without-foreign.ts';
import type { Caller } from '../callers/caller.ts';
import type { HostingContext } from '../context.ts';

/** Handlers of partners, their keys and the audit trail. */
export function createPartnerHandlers({
  server,
  audit,
  quotas,
  now,
}: HostingContext): HostingHandlers<'partners'> {
  const { partners, workspaces } = server.storage;
  const quotasOf = ({ actor }: Caller) => {
    if (actor === 'open') return quotas.open;
    return actor === 'partner' || actor === 'admin' ? quotas.partner : null;
  };
  return {
    async getAccess({ caller }) {
      const partner = caller.partnerId === null ? undefined : await partners.get(caller.partnerId);
      return ok({
        role: caller.actor === 'open' ? 'workspace' : caller.actor,
        partner: partner ? shown(partner) : null,
        quotas: quotasOf(caller),
      });
    },
    async listAuditEntries({ caller, query }) {
      const { actor, partnerId } = caller;
      if (actor === 'open') return adminOnly();
      const page = pageOf(query);
      const { items, total } = await audit.list(partnerId === null ? {} : { partnerId }, page);
      const data = partnerId === null ? items : await withoutForeign(items, partnerId, workspaces);
      return ok({ data, total_count: total, ...page });
    },
    listPartners: forAdmin(async ({ query }) => {
      const page = pageOf(query);
      const { items, total } = await partners.list(page);
      return ok({ data: items.map(shown), total_count: total, ...page });
    }),
    createPartner: forAdmin(async ({ body, context }) => {
      // It has been validated against the description.
      const { name } = body as { name: string };
      const partnerId = `partner_${context.secret(12)}`;
      const key = `key-${context.secret(48)}`;
      await partners.insert({
        id: partnerId,
        name,
        keyHash: await hashToken(key),
        createdOn: now(),
      });
      return { status: 201, body: { partnerId, key } };
    }),
    deletePartner: forAdmin(async ({ path }) => {
      const isDeleted = await partners.delete(path.partnerId ?? '');
      return isDeleted ? { status: 204 } : partnerNotFound();
    }),
    async replacePartnerKey({ path, caller, context }) {
      const { partnerId = '' } = path;
      if (!isAdmin(caller) && caller.partnerId !== partnerId) return partnerNotFound();
      const key = `key-${context.secret(48)}`;
      const isReplaced = await partners.replaceKey(partnerId, await hashToken(key));
      return isReplaced ? ok({ partnerId, key }) : partnerNotFound();
    },
  };
}

function shown({ id, name, createdOn }: PartnerRecord) {
  return { partnerId: id, name, createdOn };
}

function isAdmin({ actor }: Caller): boolean {
  return actor === 'admin' || actor === 'operator';
}

function forAdmin(handle: Handler): Handler {
  return (request) => (isAdmin(request.caller) ? handle(request) : adminOnly());
}

function adminOnly(): ApiResponse {
  const message =
    'This needs the admin token: send Authorization: Bearer with the value of --admin-token.';
  return errorResponse(403, 'FORBIDDEN', message);
}

function partnerNotFound(): ApiResponse {
  const message = 'path.partnerId is unknown: GET /_sandbox/partners lists the partners.';
  return errorResponse(404, 'PARTNER_NOT_FOUND', message);
}
