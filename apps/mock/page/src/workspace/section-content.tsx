import { FaultList } from '../faults/fault-list.tsx';
import { IngestionList } from '../ingestions/ingestion-list.tsx';
import { LeadList } from '../leads/lead-list.tsx';
import { Overview } from '../overview/overview.tsx';
import { RequestList } from '../requests/request-list.tsx';
import type { Section } from '../route/route.ts';
import { Settings } from '../settings/settings.tsx';
import { SnapshotList } from '../snapshots/snapshot-list.tsx';
import type { ShownWorkspace } from './shown-workspace.ts';

interface SectionContentProps {
  readonly workspace: ShownWorkspace;
  readonly section: Section;
  readonly item: string | undefined;
  /** Called when the workspace has changed. */
  onChange(): Promise<void>;
}

export function SectionContent({ workspace, section, item, onChange }: SectionContentProps) {
  const { enterpriseId, details } = workspace;
  switch (section) {
    case 'overview':
      return <Overview workspace={workspace} />;
    case 'requests':
      return <RequestList enterpriseId={enterpriseId} />;
    case 'ingestions':
      return <IngestionList enterpriseId={enterpriseId} item={item} onChange={onChange} />;
    case 'leads':
      // The key starts a new search when a link to another lead is followed.
      return <LeadList key={item} enterpriseId={enterpriseId} item={item} />;
    case 'faults':
      return <FaultList enterpriseId={enterpriseId} onChange={onChange} />;
    case 'snapshots':
      return details && <SnapshotList enterpriseId={enterpriseId} onChange={onChange} />;
    case 'settings':
      return <Settings {...{ enterpriseId, details, onChange }} />;
  }
}
