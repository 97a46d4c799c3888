import { defaultCredentials } from '@telecrm/mock';
import type { ApiName } from '@telecrm/spec/model';

/** The tokens of the sandbox's default workspace by API. */
export const tokens: Readonly<Record<ApiName, string>> = {
  sync: defaultCredentials.syncToken,
  async: defaultCredentials.asyncToken,
};
