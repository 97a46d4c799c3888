import type { WorkspaceDetails } from '../api/types.ts';
import { ClockSettings } from '../clock/clock-settings.tsx';
import { VariantSettings } from '../variants/variant-settings.tsx';
import { NewTokens } from './new-tokens.tsx';
import { QuotaTable } from './quota-table.tsx';
import type { SettingProps } from './setting.ts';
import { StartOver } from './start-over.tsx';

interface SettingsProps extends SettingProps {
  /** Available only with hosting. */
  readonly details: WorkspaceDetails | undefined;
}

/** Settings and operations that affect a whole workspace. */
export function Settings({ details, ...setting }: SettingsProps) {
  return (
    <>
      {details && (
        <>
          <ClockSettings {...setting} clock={details.clock} />
          <VariantSettings {...setting} variants={details.variants} />
          <NewTokens {...setting} />
          <QuotaTable details={details} />
        </>
      )}
      <StartOver {...setting} />
    </>
  );
}
