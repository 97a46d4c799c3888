import { AuditPage } from './admin/audit-page.tsx';
import { PartnerPage } from './admin/partner-page.tsx';
import type { Page } from './route/route.ts';
import { usePages } from './session/page-links.tsx';
import { WorkspaceList } from './workspaces/workspace-list.tsx';

/** A page that does not belong to a workspace; the list of workspaces if the key has no access to it. */
export function SandboxPage({ page }: { readonly page: Page }) {
  const pages = usePages();
  if (page === 'partners' && pages.includes(page)) return <PartnerPage />;
  return page === 'audit' && pages.includes(page) ? <AuditPage /> : <WorkspaceList />;
}
