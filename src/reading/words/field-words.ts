/** What a lead's door may be told, by the names of the API; first and last names become one. */
export const LEAD_FIELDS = [
  ...(['name', 'firstName', 'lastName', 'email', 'phone', 'company', 'title', 'segment', 'region'] as const),
  ...([
    'companySize',
    'message',
    'campaign',
    'source',
    'externalId',
    'reason',
    'priority',
    'receivedAt',
  ] as const),
] as const;

export type LeadField = (typeof LEAD_FIELDS)[number];

/** Written as people write them: capitals, accents, blanks and punctuation do not count. Of two in one file the earlier counts. */
export type FieldWords = Readonly<Partial<Record<LeadField, readonly string[]>>>;

/** How a language wraps such a word into a question or a request: what stands before it, and what behind. */
interface Wrapping {
  before: readonly string[];
  after: readonly string[];
}

export interface Language {
  words: FieldWords;
  asks: Wrapping;
}
