import type { SaidStages } from '../../reading/outcome/stage.ts';

/** By the names of their environment variables, since a refusal tells the operator which one to set. */
export const WEBHOOK_SECRETS = [
  'TYPEFORM_SECRET',
  'HUBSPOT_CLIENT_SECRET',
  'HUBSPOT_ACCESS_TOKEN',
  'GOOGLE_ADS_KEY',
  'META_APP_SECRET',
  'META_VERIFY_TOKEN',
  'META_ACCESS_TOKEN',
  'WEBFLOW_SECRET',
  'CALENDLY_SIGNING_KEY',
  'TALLY_SIGNING_SECRET',
] as const;

export type WebhookSecret = (typeof WEBHOOK_SECRETS)[number];

export interface WebhookSettings {
  /** Without its secret a vendor's route is off. */
  secrets: Partial<Record<WebhookSecret, string>>;
  /** Where senders reach us, for those who sign the address; null: as each request says. */
  publicUrl: string | null;
  /** Where people are fetched whom a webhook names by an id alone; null: the vendor's own. */
  hubspotApiUrl: string | null;
  metaApiUrl: string | null;
  /** What stages of deals mean whose pipeline does not say it, by their key. */
  hubspotStages?: SaidStages;
}

export const NO_WEBHOOKS: WebhookSettings = {
  secrets: {},
  publicUrl: null,
  hubspotApiUrl: null,
  metaApiUrl: null,
};
