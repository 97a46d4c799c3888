import { useState } from 'preact/hooks';
import type { Lead } from '../api/types.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Time } from '../ui/time.tsx';
import { Values } from '../ui/values.tsx';
import { leadName } from './lead-name.ts';
import { Timeline } from './timeline.tsx';

interface LeadItemProps {
  readonly enterpriseId: string;
  readonly lead: Lead;
  /** Whether the current link refers to it. */
  readonly isSelected: boolean;
}

/** A lead: its values, and, when opened, its timeline. */
export function LeadItem({ enterpriseId, lead, isSelected }: LeadItemProps) {
  const { id, fields } = lead;
  const { created_on, modified_on, ...values } = fields;
  const [isOpen, setIsOpen] = useState(isSelected);
  return (
    <li class="row">
      <div class="row-head">
        <strong>{leadName(fields)}</strong>
        <span class="row-end">
          <code>{id}</code>
          <CopyButton text={id} what="lead ID" />
          {typeof created_on === 'number' && <Time at={created_on} />}
        </span>
      </div>
      <Values values={values} />
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>Timeline</summary>
        {isOpen && <Timeline enterpriseId={enterpriseId} leadId={id} />}
      </details>
    </li>
  );
}
