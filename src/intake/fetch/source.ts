import type { FetchFailure, FetchJob, FetchVendor } from '../../domain/delivery/fetch-job.ts';
import type { Brought } from '../../usecases/delivery/take-delivery.ts';
import type { WebhookSecret, WebhookSettings } from '../webhooks/settings.ts';

export interface FetchCall {
  job: FetchJob;
  token: string;
  settings: WebhookSettings;
  now: number;
  signal: AbortSignal;
}

/** A vendor from whom people are fetched. */
export interface FetchSource {
  vendor: FetchVendor;
  token: WebhookSecret;
  fetchLead(call: FetchCall): Promise<Brought | FetchFailure>;
}
