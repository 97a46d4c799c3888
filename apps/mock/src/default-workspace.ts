import type { SharingOptions } from './options.ts';

/**
 * Whether it is created at the first start. Its tokens are public, so a sandbox for partners has it only on request.
 */
export function hasDefaultWorkspace({ defaultWorkspace, adminToken, open }: SharingOptions) {
  return defaultWorkspace ?? (adminToken === undefined && !open);
}
