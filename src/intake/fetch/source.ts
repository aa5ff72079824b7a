import type { FetchFailure, FetchJob, FetchVendor } from '../../domain/delivery/fetch-job.ts';
import type { Brought } from '../../usecases/delivery/take-delivery.ts';
import type { WebhookSecret, WebhookSettings } from '../webhooks/settings.ts';
import type { ToldSubmission } from '../webhooks/vendor.ts';

export interface FetchCall {
  job: FetchJob;
  token: string;
  settings: WebhookSettings;
  now: number;
  signal: AbortSignal;
}

/** What came of it: people, and what they have filled in. */
export interface FetchedPeople extends Omit<Brought, 'forms'> {
  submissions?: readonly ToldSubmission[];
}

/** A vendor from whom people are fetched. */
export interface FetchSource {
  vendor: FetchVendor;
  token: WebhookSecret;
  fetchLead(call: FetchCall): Promise<FetchedPeople | FetchFailure>;
}
