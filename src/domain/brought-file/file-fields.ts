import type { FileNoun } from './brought-file.ts';

/** What a column may be, in the order in which people look for it. */
export const FIELDS_OF: Record<FileNoun, readonly string[]> = {
  leads: [
    ...['name', 'firstName', 'lastName', 'email', 'phone', 'company', 'title', 'receivedAt', 'source'],
    ...['campaign', 'campaignId', 'message', 'region', 'segment', 'companySize', 'reason', 'priority'],
    'externalId',
    ...['owner', 'status', 'contactedAt', 'qualifiedAt', 'rejectedAt', 'rejectReason', 'wonAt', 'lostAt'],
    ...['closedAt', 'value', 'currency'],
  ],
  spend: ['source', 'campaign', 'campaignId', 'from', 'to', 'amount', 'currency', 'note', 'side'],
  outcomes: [
    ...[
      'externalId',
      'leadId',
      'dealId',
      'email',
      'website',
      'source',
      'outcome',
      'value',
      'currency',
      'at',
      'wonAt',
      'lostAt',
      'isWon',
      'isClosed',
      'reason',
    ],
  ],
};
