import type { FetchFailure, FetchJob, FetchVendor } from '../../domain/delivery/fetch-job.ts';
import type { DealTrouble } from '../../domain/delivery/trouble.ts';
import type { Brought } from '../../usecases/delivery/take-delivery.ts';
import type { ToldSubmission } from '../webhooks/lead/form-submission.ts';
import type { WebhookSecret, WebhookSettings } from '../webhooks/settings.ts';

export interface FetchCall {
  job: FetchJob;
  token: string;
  settings: WebhookSettings;
  now: number;
  signal: AbortSignal;
}

/** And why, where only a person can mend it. */
export interface FetchFailed extends FetchFailure {
  trouble?: DealTrouble;
}

/** What came of it: people, and what they have filled in. */
export interface FetchedPeople extends Omit<Brought, 'forms'> {
  submissions?: readonly ToldSubmission[];
}

/** A vendor from whom people are fetched. */
export interface FetchSource {
  vendor: FetchVendor;
  token: WebhookSecret;
  fetchLead(call: FetchCall): Promise<FetchedPeople | FetchFailed>;
}
