import type { SaidStatuses } from '../../reading/lead/status.ts';
import type { SaidStages } from '../../reading/outcome/stage.ts';
import type { FileAnswers } from '../../sentences/en/file-answers.ts';

/** How outside text is read. */
export interface ReadingContext {
  /** The clock, by which the future is told. */
  now: () => number;
  /** IANA zone of times that name none; left out: such a time is refused. */
  timezone?: string;
  /** Set for files, which are forgiven more: spend without a currency, a lead without a source. */
  file?: FileReading;
}

export interface FileReading {
  /** IANA zone of dates and times that name none. */
  timezone: string;
  /** ISO 4217, of amounts that name none. */
  currency: string;
  /** What stages of deals mean that go by names of their own. */
  stages?: SaidStages;
  /** The same of the states of leads. */
  statuses?: SaidStatuses;
  /** How whoever brings it answers what a row leaves open; left out: behind the command. */
  answers?: FileAnswers;
}
