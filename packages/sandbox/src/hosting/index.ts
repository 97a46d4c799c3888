/**
 * The parts that a server needs to share a sandbox: partners, quotas, expiry, snapshots, clocks and an audit trail.
 *
 * @packageDocumentation
 */
export { createHosting } from './create-hosting.ts';
export type { Hosting } from './hosting.ts';
export type { HostingOptions } from './options.ts';
export { defaultOpenPerAddress } from './quotas/limit-creations.ts';
export { openQuotas, partnerQuotas, type Quotas } from './quotas/quotas.ts';
