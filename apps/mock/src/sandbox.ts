import async from '@telecrm/spec/async.json' with { type: 'json' };
import sync from '@telecrm/spec/sync.json' with { type: 'json' };

/**
 * The workspace that the mock plays: its enterprise ID and the one token each API takes.
 *
 * They are public, so they may stand in tests, in CI and in a terminal's history.
 *
 * @example
 * import { sandbox } from '@telecrm/mock';
 *
 * const headers = { Authorization: `Bearer ${sandbox.tokens.sync}` };
 */
export const sandbox: Sandbox = {
  enterpriseId: sync.components.parameters.enterpriseId.example,
  tokens: {
    sync: sync.components.securitySchemes.syncToken['x-sandbox-token'],
    async: async.components.securitySchemes.asyncToken['x-sandbox-token'],
  },
};

/** What {@link sandbox} holds. */
export interface Sandbox {
  /** The enterprise ID to use in paths. */
  readonly enterpriseId: string;
  /** One token for each API; neither opens the other. */
  readonly tokens: Readonly<Record<ApiName, string>>;
}

/** The two APIs of telecrm. */
export type ApiName = 'sync' | 'async';

/** Both APIs, in the order in which they are shown. */
export const apiNames: readonly ApiName[] = ['sync', 'async'];
