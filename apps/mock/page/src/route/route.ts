import { useEffect, useState } from 'preact/hooks';

/** The sections of a workspace page, in the order of their links. */
export const sections = [
  'overview',
  'requests',
  'ingestions',
  'leads',
  'faults',
  'snapshots',
  'settings',
] as const;

export type Section = (typeof sections)[number];

/** The pages that do not belong to a workspace, in the order of their links. */
export const pages = ['workspaces', 'partners', 'audit'] as const;

export type Page = (typeof pages)[number];

/** The current view is stored in the URL after `#`, so links and reloads preserve it. */
export interface Route {
  /** The page, if no workspace is selected. */
  readonly page: Page;
  readonly enterpriseId: string | undefined;
  readonly section: Section;
  /** The selected item of the section. */
  readonly item: string | undefined;
}

/** No enterprise ID conflicts with these links, because they have no slash. */
export function linkToPage(page: Page): string {
  return page === 'workspaces' ? linkTo() : `#${page}`;
}

export function linkTo(
  enterpriseId?: string,
  section: Section = 'overview',
  item?: string,
): string {
  const steps = [enterpriseId, enterpriseId && section, item].filter((step) => step !== undefined);
  return `#/${steps.map(encodeURIComponent).join('/')}`;
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const update = () => setHash(location.hash);
    addEventListener('hashchange', update);
    // It may have changed since the first render.
    update();
    return () => removeEventListener('hashchange', update);
  }, []);
  return parseRoute(hash);
}

function parseRoute(hash: string): Route {
  const [enterpriseId, section, item] = hash.replace(/^#\/?/, '').split('/').map(decode);
  return {
    page: pages.find((page) => hash === `#${page}`) ?? 'workspaces',
    // A link within the page, such as the one to the content, does not name a workspace.
    enterpriseId: hash.startsWith('#/') && enterpriseId !== '' ? enterpriseId : undefined,
    section: sections.find((one) => one === section) ?? 'overview',
    item,
  };
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
