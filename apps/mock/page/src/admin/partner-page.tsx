import { useState } from 'preact/hooks';
import { createPartner, deletePartner, listPartners, replaceKey } from '../api/partners.ts';
import type { PartnerKey } from '../api/types.ts';
import { listWorkspaces } from '../api/workspaces.ts';
import { useLive } from '../live/use-live.ts';
import { PageLinks } from '../session/page-links.tsx';
import { useSession } from '../session/session.ts';
import { EntryList } from '../ui/entry-list.tsx';
import { NameForm } from '../ui/name-form.tsx';
import { useAction } from '../ui/use-action.ts';
import { useTitle } from '../ui/use-title.ts';
import { KeyDialog } from './key-dialog.tsx';
import { PartnerItem } from './partner-item.tsx';
import { PartnerQuotas } from './partner-quotas.tsx';

/** The partners of the sandbox, for its admin. */
export function PartnerPage() {
  const { data, problem: loadProblem, refresh } = useLive(load, 'partners');
  const { busy, problem, run } = useAction();
  const { access } = useSession();
  const [made, setMade] = useState<PartnerKey>();
  useTitle('Partners');
  const create = (name: string) =>
    run(async () => {
      setMade(await createPartner(name));
      await refresh();
    }, 'Partner created');
  const remove = async (partnerId: string) => {
    await deletePartner(partnerId);
    await refresh();
  };
  return (
    <main id="main" class="page" tabIndex={-1}>
      <h1>Partners</h1>
      <PageLinks current="partners" />
      <section class="card" aria-labelledby="create">
        <h2 id="create">Create a partner</h2>
        <p class="dim">It gets a key, which manages its own workspaces and no others.</p>
        <NameForm
          {...{ label: 'Name', pattern: '.*\\S.*', maxLength: 100 }}
          {...{ action: 'Create', busy, onSubmit: create }}
        />
        <p class="error" role="alert">
          {problem}
        </p>
      </section>
      <EntryList {...{ data, problem: loadProblem, none: 'There are no partners yet.' }}>
        {(partners) => (
          <ul class="rows">
            {partners.map(({ partner, workspaces }) => (
              <PartnerItem
                key={partner.partnerId}
                {...{ partner, workspaces, onDelete: remove }}
                onReplaceKey={async (partnerId) => setMade(await replaceKey(partnerId))}
              />
            ))}
          </ul>
        )}
      </EntryList>
      {access?.quotas && <PartnerQuotas quotas={access.quotas} />}
      {made && <KeyDialog partnerKey={made.key} onClose={() => setMade(undefined)} />}
    </main>
  );
}

/** The partners with the number of their workspaces, newest first. */
async function load() {
  const [partners, workspaces] = await Promise.all([listPartners(), listWorkspaces()]);
  return partners.toReversed().map((partner) => ({
    partner,
    workspaces: workspaces.filter(({ partnerId }) => partnerId === partner.partnerId).length,
  }));
}
