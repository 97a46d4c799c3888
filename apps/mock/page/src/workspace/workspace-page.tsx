import { useLive } from '../live/use-live.ts';
import { linkTo, type Route } from '../route/route.ts';
import { useSession } from '../session/session.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Loading } from '../ui/list-page.tsx';
import { useTitle } from '../ui/use-title.ts';
import { StateBadge } from '../workspaces/state-badge.tsx';
import { SectionContent } from './section-content.tsx';
import { SectionLinks } from './section-links.tsx';
import { titleOf } from './section-title.ts';
import { loadWorkspace } from './shown-workspace.ts';

interface WorkspacePageProps {
  readonly enterpriseId: string;
  readonly route: Route;
}

/** The page of a workspace with its sections, one of which is displayed. */
export function WorkspacePage({ enterpriseId, route }: WorkspacePageProps) {
  const { isHosted } = useSession();
  const load = () => loadWorkspace(enterpriseId, isHosted);
  const { data, problem, refresh } = useLive(load, `workspace ${enterpriseId}`);
  const { section, item } = route;
  useTitle(`${titleOf(section)} · ${enterpriseId}`);
  const workspace = data?.workspace;
  return (
    <main id="main" class="page" tabIndex={-1}>
      <p class="back">
        <a href={linkTo()}>Workspaces</a>
      </p>
      <div class="title">
        <h1>{enterpriseId}</h1>
        <CopyButton text={enterpriseId} what="enterprise ID" />
        <StateBadge {...workspace?.details} />
      </div>
      {data === undefined ? (
        <Loading problem={problem} />
      ) : workspace === undefined ? (
        <p class="notice">There is no such workspace. It may have been deleted.</p>
      ) : (
        <div class="workspace-layout">
          <SectionLinks workspace={workspace} current={section} />
          <section class="content" aria-label={titleOf(section)} key={section}>
            <SectionContent {...{ workspace, section, item }} onChange={refresh} />
          </section>
        </div>
      )}
    </main>
  );
}
