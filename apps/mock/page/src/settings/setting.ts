/** What every part of the settings needs. */
export interface SettingProps {
  readonly enterpriseId: string;
  /** Something about the workspace has changed. */
  onChange(): Promise<void>;
}
