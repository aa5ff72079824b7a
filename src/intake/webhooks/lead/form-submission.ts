import type { Answer } from '../../../reading/lead/sort-answers.ts';

/** What somebody has filled in, as its form tells it. */
export interface FormSubmission {
  /** Where such leads come from unless the address says otherwise. */
  source: string;
  /** The vendor's own id of it: the same again is no news. */
  externalId: string;
  answers: Answer[];
  /** What the vendor adds about the form and the visit. */
  details?: Record<string, unknown>;
  /** What else came, and nobody knows what it is. */
  others?: readonly (readonly [label: string, value: unknown])[];
  campaign?: unknown;
  /** The ad platform's own id of that campaign. */
  campaignId?: unknown;
  /** An instant in ISO 8601, or epoch ms. */
  submittedAt?: unknown;
  isTest?: boolean;
}

/** What somebody has filled in, and in which of the vendor's forms. */
export interface ToldSubmission {
  /** The vendor's own id of it, and its title where it is told. */
  form: { id: string; name: string | null };
  submission: FormSubmission;
}
