import { linkTo, type Section, sections } from '../route/route.ts';
import { titleOf } from './section-title.ts';
import type { ShownWorkspace } from './shown-workspace.ts';

interface SectionLinksProps {
  readonly workspace: ShownWorkspace;
  readonly current: Section;
}

/** Links to the sections of a workspace, with the number of entries in each. */
export function SectionLinks({ workspace, current }: SectionLinksProps) {
  const { requests, ingestions, leads, faults } = workspace.counts;
  const counts: Partial<Record<Section, number>> = { requests, ingestions, leads, faults };
  const isOffered = (section: Section) =>
    section !== 'snapshots' || workspace.details !== undefined;
  return (
    <nav class="sections" aria-label="Workspace">
      {sections.filter(isOffered).map((section) => (
        <a
          key={section}
          href={linkTo(workspace.enterpriseId, section)}
          aria-current={section === current ? 'page' : undefined}
        >
          {titleOf(section)}
          {counts[section] !== undefined && (
            <span class="count">{counts[section].toLocaleString()}</span>
          )}
        </a>
      ))}
    </nav>
  );
}
