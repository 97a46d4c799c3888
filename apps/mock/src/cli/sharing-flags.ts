import {
  defaultOpenPerAddress,
  openQuotas,
  partnerQuotas,
  type Quotas,
} from '@telecrm/sandbox/hosting';
import type { SharingOptions } from '../options.ts';
import { numberOf, tokenOf, UsageError } from './flag-values.ts';

/** The flags of a shared sandbox, in the form of `parseArgs`. */
export const sharingFlags = {
  'admin-token': { type: 'string' },
  open: { type: 'boolean', default: false },
  'open-per-address': { type: 'string' },
  'default-workspace': { type: 'boolean', default: false },
  'expire-after': { type: 'string' },
  quota: { type: 'string', multiple: true },
  'open-quota': { type: 'string', multiple: true },
} as const;

export const sharingHelp = `
  --admin-token T     requires a key under /_sandbox/: with this token you create partners, whose keys manage their own
                      workspaces; the variable TELECRM_ADMIN_TOKEN does the same
  --open              lets anybody create a workspace without a key; it lasts a day unless a partner claims it;
                      needs --admin-token
  --open-per-address N  workspaces that one address can create without a key in 24 hours, ${defaultOpenPerAddress} by default; 0 means no
                      limit; behind a proxy, --trust-proxy must name it, or all callers count as one
  --default-workspace  adds the workspace ent_sandbox, whose tokens are public, although there are partners
  --expire-after D    deletes partners' workspaces that have not been used for this long, such as 30d, 12h or 45m
  --quota NAME=N      sets a quota for partners: ${Object.keys(partnerQuotas).join(', ')}
  --open-quota NAME=N  sets a quota for unclaimed workspaces`.slice(1);

/** The values of these flags. */
interface SharingValues {
  'admin-token'?: string | undefined;
  open: boolean;
  'open-per-address'?: string | undefined;
  'default-workspace': boolean;
  'expire-after'?: string | undefined;
  quota?: string[] | undefined;
  'open-quota'?: string[] | undefined;
}

const adminVariable = 'TELECRM_ADMIN_TOKEN';

export function readSharingFlags(values: SharingValues, env: NodeJS.ProcessEnv): SharingOptions {
  const { open, 'expire-after': expireAfter } = values;
  const adminToken = tokenOf(values['admin-token'], '--admin-token', adminVariable, env);
  if (open && adminToken === undefined) throw new UsageError('--open needs --admin-token');
  const perAddress = values['open-per-address'];
  if (perAddress !== undefined && !open) throw new UsageError('--open-per-address needs --open');
  const openPerAddress = numberOf(perAddress, '--open-per-address', 0, 1_000_000);
  return {
    ...(adminToken !== undefined && { adminToken }),
    ...(open && { open }),
    ...(openPerAddress !== undefined && { openPerAddress }),
    ...(values['default-workspace'] && { defaultWorkspace: true }),
    ...(expireAfter !== undefined && { expireAfterMs: durationOf(expireAfter) }),
    ...(values.quota && { quotas: quotasOf('--quota', values.quota, partnerQuotas) }),
    ...(values['open-quota'] && {
      openQuotas: quotasOf('--open-quota', values['open-quota'], openQuotas),
    }),
  };
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function durationOf(text: string): number {
  const [, number = '', unit = ''] = /^([1-9]\d{0,4})([mhd])$/.exec(text) ?? [];
  const milliseconds = Number(number) * (units[unit] ?? 0);
  if (milliseconds > 0) return milliseconds;
  throw new UsageError('--expire-after needs a duration such as 30d, 12h or 45m');
}

function quotasOf(flag: string, given: readonly string[], known: Quotas): Partial<Quotas> {
  const entries = given.map((text) => {
    const [, name = '', number = ''] = /^(\w+)=(\d{1,12})$/.exec(text) ?? [];
    if (Object.hasOwn(known, name)) return [name, Number(number)];
    const names = Object.keys(known).join(', ');
    throw new UsageError(`${flag} must have the form NAME=N with one of ${names}`);
  });
  return Object.fromEntries(entries);
}
