import type { WorkspaceSummary } from '../api/types.ts';
import { linkTo, type Section, sections } from '../route/route.ts';
import { titleOf } from './section-title.ts';

interface SectionLinksProps {
  readonly workspace: WorkspaceSummary;
  readonly current: Section;
}

/** The sections of a workspace, with how much each holds. */
export function SectionLinks({ workspace, current }: SectionLinksProps) {
  const { requests, ingestions, leads, faults } = workspace;
  const counts: Partial<Record<Section, number>> = { requests, ingestions, leads, faults };
  return (
    <nav class="sections" aria-label="Workspace">
      {sections.map((section) => (
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
