/** The props of each part of the settings. */
export interface SettingProps {
  readonly enterpriseId: string;
  /** Called when the workspace has changed. */
  onChange(): Promise<void>;
}
