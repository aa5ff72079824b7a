import type { VendorDoor } from '../../domain/delivery/door.ts';
import type { FetchRequest, RefetchRequest } from '../../domain/delivery/fetch-job.ts';
import type { MergedIds } from '../../domain/delivery/merged-ids.ts';
import type { LeadChange } from '../../domain/lead/change.ts';
import type { LeadInput } from '../../usecases/lead/receive-leads.ts';
import type { ToldSubmission } from './lead/form-submission.ts';
import type { WebhookSecret } from './settings.ts';

/** A request as it is signed. */
export interface SignedRequest {
  method: string;
  /** Absolute, as the sender knows it. */
  uri: string;
  header(name: string): string | undefined;
  body: Buffer;
  now: number;
}

/** What the address says, which wins over what the vendor does: `?source=Webinar&campaign=Hotels`. */
export interface Wish {
  source: string | null;
  campaign: string | null;
}

export interface Reading {
  wish: Wish;
  now: number;
  /** The team’s, of times that name none; left out: such a time is none. */
  timezone?: string;
}

/** What a delivery brings: people, or the ids of people who must be fetched. Neither, where it tells of something else. */
interface Brought {
  submissions?: ToldSubmission[];
  /** Without a form that asks anything. */
  leads?: LeadInput[];
  fetches?: FetchRequest[];
  /** What has become of people who came before. */
  changes?: LeadChange[];
  /** People who came before, of whom something has changed. */
  refetches?: RefetchRequest[];
  /** Ids that are one person from now on. */
  merges?: MergedIds[];
  /** Deals to be asked for, and those that are no more. */
  reorders?: FetchRequest[];
  goneDeals?: { vendor: 'hubspot'; id: string }[];
  /** Members of the delivery that are not what the vendor documents; the others are taken. */
  unread?: number;
}

/** One form vendor: how it signs, and how its bodies are read. */
export interface Vendor {
  /** The last part of the address. */
  name: VendorDoor;
  secret: WebhookSecret;
  /** The secret is sent as it is, and not as the key of a signature. */
  isGuessable?: boolean;
  /** Bytes that a body may have. */
  limit: number;
  /** Refuses what the vendor has not signed, or not now. */
  authenticate(request: SignedRequest, secret: string): void;
  /** Of an authentic body; refuses with AppError what it cannot be. */
  read(body: unknown, reading: Reading): Brought;
}

export const KIB = 1024;
