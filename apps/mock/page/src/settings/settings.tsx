import type { SettingProps } from './setting.ts';
import { StartOver } from './start-over.tsx';

/** What changes a workspace as a whole. */
export function Settings(props: SettingProps) {
  return <StartOver {...props} />;
}
