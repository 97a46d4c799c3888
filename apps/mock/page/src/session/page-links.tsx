import { linkToPage, type Page, pages } from '../route/route.ts';
import { useSession } from './session.ts';

const titles: Readonly<Record<Page, string>> = {
  workspaces: 'Workspaces',
  partners: 'Partners',
  audit: 'Audit trail',
};

/** Links to the pages that the key has access to, if there are several. */
export function PageLinks({ current }: { readonly current: Page }) {
  const offered = usePages();
  if (offered.length < 2) return null;
  return (
    <nav class="sections pages" aria-label="Sandbox">
      {offered.map((page) => (
        <a key={page} href={linkToPage(page)} aria-current={page === current ? 'page' : undefined}>
          {titles[page]}
        </a>
      ))}
    </nav>
  );
}

/** Admins see the partners and the actions of everybody; partners see only their own actions. */
export function usePages(): readonly Page[] {
  const role = useSession().access?.role;
  if (role === 'admin') return pages;
  return role === 'partner' ? ['workspaces', 'audit'] : ['workspaces'];
}
