/** The settings one by one, as the menu and the audit log name them. Stored in the log: a name that has been on main stays. */
export const SETTING_NAMES = [
  ...(['leads_channel', 'field_channel', 'marketing_channel', 'scorecard_channel'] as const),
  ...(['managers', 'marketers'] as const),
  ...(['weekdays', 'hours', 'timezone', 'region', 'days_off'] as const),
  ...(['claim_hot', 'claim_standard', 'contact_hot', 'contact_standard'] as const),
  ...(['verdict_hot', 'verdict_standard', 'contact_shown_to', 'scorecard_at'] as const),
  ...(['guests_act', 'connected_act', 'shown_to_connected'] as const),
] as const;

export type SettingName = (typeof SETTING_NAMES)[number];
