import type { FetchFailure, FetchJob, FetchVendor } from '../../domain/delivery/fetch-job.ts';
import type { DealTrouble } from '../../domain/delivery/trouble.ts';
import type { Meanings } from '../../domain/web-form/web-form.ts';
import type { Brought } from '../../usecases/delivery/take-delivery.ts';
import type { ToldSubmission } from '../webhooks/lead/form-submission.ts';
import type { WebhookSecret, WebhookSettings } from '../webhooks/settings.ts';

export interface FetchCall {
  job: FetchJob;
  token: string;
  settings: WebhookSettings;
  now: number;
  signal: AbortSignal;
  /** What marketers have said of the questions of this vendor's form. */
  meaningsOf(formId: string): Promise<Meanings>;
}

/** And why, where only a person can mend it. */
export interface FetchFailed extends FetchFailure {
  trouble?: DealTrouble;
}

/** What came of it: people, and what they have filled in, read already or not. */
export interface FetchedPeople extends Brought {
  submissions?: readonly ToldSubmission[];
}

/** A vendor from whom people are fetched. */
export interface FetchSource {
  vendor: FetchVendor;
  token: WebhookSecret;
  fetchLead(call: FetchCall): Promise<FetchedPeople | FetchFailed>;
}
