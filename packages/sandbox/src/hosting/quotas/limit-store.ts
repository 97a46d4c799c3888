import type { WorkspaceStore } from '@telecrm/workspace';
import type { StoreTransaction } from '@telecrm/workspace/store';
import { QuotaError } from './quota-error.ts';
import { quotaMessage } from './quota-response.ts';
import type { Quotas } from './quotas.ts';

const limited = ['leads', 'actions'] as const;

type Limited = (typeof limited)[number];

/** A store that never holds more than its quotas, however many requests write to it at the same time. */
export function limitStore(store: WorkspaceStore, quotas: Pick<Quotas, Limited>): WorkspaceStore {
  return {
    ...store,
    transaction: (work) =>
      store.transaction(async (transaction) => {
        const added = new Set<Limited>();
        const result = await work(noteAdditions(transaction, added));
        if (added.size === 0) return result;
        const count = await transaction.count();
        const exceeded = limited.find((quota) => added.has(quota) && count[quota] > quotas[quota]);
        if (exceeded) throw new QuotaError(quotaMessage(exceeded, quotas[exceeded]));
        return result;
      }),
  };
}

function noteAdditions(transaction: StoreTransaction, added: Set<Limited>): StoreTransaction {
  return {
    ...transaction,
    async insertLead(lead) {
      const isInserted = await transaction.insertLead(lead);
      if (isInserted) added.add('leads');
      return isInserted;
    },
    appendActions(actions) {
      if (actions.length > 0) added.add('actions');
      return transaction.appendActions(actions);
    },
  };
}
