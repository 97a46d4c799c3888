import { useState } from 'preact/hooks';
import type { CreatedWorkspace, WorkspaceSummary } from '../api/types.ts';
import { createWorkspace, listWorkspaces } from '../api/workspaces.ts';
import { useLive } from '../live/use-live.ts';
import { storeTokens } from '../overview/known-tokens.ts';
import { linkTo } from '../route/route.ts';
import { PageLinks } from '../session/page-links.tsx';
import { useSession } from '../session/session.ts';
import { EntryList } from '../ui/entry-list.tsx';
import { useAction } from '../ui/use-action.ts';
import { useTitle } from '../ui/use-title.ts';
import { ClaimForm } from './claim-form.tsx';
import { CreatedDialog } from './created-dialog.tsx';
import { WorkspaceCard } from './workspace-card.tsx';

/** The minimum number of workspaces for which a search field is shown. */
const many = 12;

/** The start page: the list of workspaces. */
export function WorkspaceList() {
  const { data, problem: loadProblem, refresh } = useLive(listWorkspaces, 'workspaces');
  const [text, setText] = useState('');
  const [created, setCreated] = useState<CreatedWorkspace>();
  const { busy, problem, run } = useAction();
  const { access } = useSession();
  useTitle('Workspaces');
  const create = () =>
    run(async () => {
      const workspace = await createWorkspace();
      storeTokens(workspace);
      setCreated(workspace);
      await refresh();
    }, 'Workspace created');
  const close = () => {
    if (created) location.hash = linkTo(created.enterpriseId);
  };
  return (
    <main id="main" class="page" tabIndex={-1}>
      <div class="title">
        <h1>Workspaces</h1>
        <button type="button" class="primary" disabled={busy} onClick={create}>
          New workspace
        </button>
      </div>
      <PageLinks current="workspaces" />
      <p class="error" role="alert">
        {problem}
      </p>
      <EntryList
        {...{ data, problem: loadProblem }}
        none="There are no workspaces yet. Create one to get its tokens."
      >
        {(workspaces) => (
          <>
            {workspaces.length > many && (
              <label class="search">
                Search workspaces
                <input
                  {...{ type: 'search', value: text }}
                  onInput={(event) => setText(event.currentTarget.value)}
                />
              </label>
            )}
            <ul class="cards">
              {workspaces.filter(hasText(text)).map((workspace) => (
                <WorkspaceCard key={workspace.enterpriseId} workspace={workspace} />
              ))}
            </ul>
          </>
        )}
      </EntryList>
      {access?.role === 'partner' && <ClaimForm onClaimed={refresh} />}
      {created && <CreatedDialog title="Workspace created" workspace={created} onClose={close} />}
    </main>
  );
}

function hasText(text: string): (workspace: WorkspaceSummary) => boolean {
  const searched = text.trim().toLowerCase();
  return ({ enterpriseId }) => enterpriseId.toLowerCase().includes(searched);
}
