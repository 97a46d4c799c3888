import type { SharingOptions } from './options.ts';

/** Whether it is there at the first start. Its tokens are public, so partners are not given it unless that is asked for. */
export function hasDefaultWorkspace({ defaultWorkspace, adminToken, open }: SharingOptions) {
  return defaultWorkspace ?? (adminToken === undefined && !open);
}
