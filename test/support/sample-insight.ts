import type {
  InsightRequest,
  InsightRequestId,
  RequestFacts,
} from '../../src/domain/insight/insight-request.ts';
import { permissionsOf } from '../../src/domain/story/permission.ts';
import type { Story, StoryId, Telling } from '../../src/domain/story/story.ts';
import { berlin } from './berlin.ts';
import { ANA, BEN, FIELD, MARKETING, MIA } from './people.ts';

/** Mia wants a case study of Ana and Ben, for the landing page. */
export function sampleAsking(changes: Partial<RequestFacts> = {}): RequestFacts {
  return {
    kind: 'case_study',
    topic: 'hotel groups that saved reconciliation time',
    segment: 'Hospitality',
    product: null,
    purpose: 'the hospitality landing page',
    people: [ANA, BEN],
    dueDate: '2026-11-27',
    ...changes,
  };
}

export function sampleRequest(changes: Partial<InsightRequest> = {}): InsightRequest {
  return {
    ...sampleAsking(),
    id: 'request_1' as InsightRequestId,
    askedBy: MIA,
    askedAt: berlin('2026-11-20T10:00'),
    state: 'open',
    channel: FIELD,
    version: 1,
    ...changes,
  };
}

export function sampleTelling(changes: Partial<Telling> = {}): Telling {
  return {
    customer: 'Pier Inns',
    situation: 'Nine people reconciled by hand.',
    whatWeDid: 'We connected their banks.',
    result: { number: '2', unit: 'days', baseline: '9', period: 'at each month-end' },
    quote: { words: 'We sleep again.', speaker: 'Dora Klein', title: 'CFO' },
    files: [],
    confidentiality: 'named',
    permissions: {
      granted: ['quote', 'logo'],
      refused: ['photo_or_video'],
      consent: { evidence: 'E-mail of 3 May', grantedBy: 'Dora Klein', until: '2027-12-31' },
    },
    ...changes,
  };
}

/** How Ana tells it to Mia. */
export function sampleStory(changes: Partial<Story> = {}): Story {
  const { permissions, ...facts } = sampleTelling();
  return {
    ...facts,
    permissions: permissionsOf(permissions),
    id: 'story_1' as StoryId,
    requestId: sampleRequest().id,
    leadId: null,
    segment: 'Hospitality',
    toldBy: ANA,
    toldAt: berlin('2026-11-20T11:00'),
    state: 'told',
    link: null,
    cardTarget: MARKETING,
    version: 1,
    ...changes,
  };
}
