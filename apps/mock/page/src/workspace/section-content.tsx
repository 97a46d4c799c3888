import type { WorkspaceSummary } from '../api/types.ts';
import { FaultList } from '../faults/fault-list.tsx';
import { IngestionList } from '../ingestions/ingestion-list.tsx';
import { LeadList } from '../leads/lead-list.tsx';
import { Overview } from '../overview/overview.tsx';
import { RequestList } from '../requests/request-list.tsx';
import type { Section } from '../route/route.ts';
import { Settings } from '../settings/settings.tsx';

interface SectionContentProps {
  readonly workspace: WorkspaceSummary;
  readonly section: Section;
  readonly item: string | undefined;
  /** Something about the workspace has changed. */
  onChange(): Promise<void>;
}

export function SectionContent({ workspace, section, item, onChange }: SectionContentProps) {
  const { enterpriseId } = workspace;
  switch (section) {
    case 'overview':
      return <Overview workspace={workspace} />;
    case 'requests':
      return <RequestList enterpriseId={enterpriseId} />;
    case 'ingestions':
      return <IngestionList enterpriseId={enterpriseId} item={item} onChange={onChange} />;
    case 'leads':
      return <LeadList enterpriseId={enterpriseId} item={item} />;
    case 'faults':
      return <FaultList enterpriseId={enterpriseId} onChange={onChange} />;
    case 'settings':
      return <Settings enterpriseId={enterpriseId} onChange={onChange} />;
  }
}
