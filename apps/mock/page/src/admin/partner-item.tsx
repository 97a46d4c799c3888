import type { Partner } from '../api/types.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Time } from '../ui/time.tsx';

interface PartnerItemProps {
  readonly partner: Partner;
  /** The number of the partner's workspaces. */
  readonly workspaces: number;
  onReplaceKey(partnerId: string): Promise<void>;
  onDelete(partnerId: string): Promise<void>;
}

export function PartnerItem({ partner, workspaces, onReplaceKey, onDelete }: PartnerItemProps) {
  const { partnerId, name, createdOn } = partner;
  return (
    <li class="row">
      <div class="row-head">
        <strong>{name}</strong>
        <span class="dim">
          {workspaces.toLocaleString()} {workspaces === 1 ? 'workspace' : 'workspaces'}, since{' '}
          <Time at={createdOn} /> · <code>{partnerId}</code>
        </span>
        <span class="row-end buttons">
          <AskButton
            {...{ label: 'New key …', name: `New key for ${name} …`, action: 'Replace the key' }}
            title={`Replace the key of ${name}?`}
            text="The old key is revoked at once. The tokens of the partner's workspaces stay valid."
            onConfirm={() => onReplaceKey(partnerId)}
          />
          <AskButton
            {...{ label: 'Delete …', name: `Delete ${name} …`, action: 'Delete' }}
            title={`Delete ${name}?`}
            text="The key is revoked, and all workspaces of the partner are deleted with everything in them."
            onConfirm={() => onDelete(partnerId)}
          />
        </span>
      </div>
    </li>
  );
}
