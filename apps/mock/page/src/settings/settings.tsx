import type { WorkspaceDetails } from '../api/types.ts';
import { ClockSettings } from '../clock/clock-settings.tsx';
import { NewTokens } from './new-tokens.tsx';
import { QuotaTable } from './quota-table.tsx';
import type { SettingProps } from './setting.ts';
import { StartOver } from './start-over.tsx';

interface SettingsProps extends SettingProps {
  /** What only hosting offers. */
  readonly details: WorkspaceDetails | undefined;
}

/** What changes a workspace as a whole. */
export function Settings({ details, ...setting }: SettingsProps) {
  return (
    <>
      {details && (
        <>
          <ClockSettings {...setting} clock={details.clock} />
          <NewTokens {...setting} />
          <QuotaTable details={details} />
        </>
      )}
      <StartOver {...setting} />
    </>
  );
}
