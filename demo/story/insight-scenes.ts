/** Two questions of marketing to the field: one that Ana answered and that waits to be read, one that still waits for its story. */
import type { InsightRequestId } from '../../src/domain/insight/insight-request.ts';
import type { Telling } from '../../src/domain/story/story.ts';
import type { Context } from '../../src/usecases/context.ts';
import { askField } from '../../src/usecases/insight/ask-field.ts';
import { tellStory } from '../../src/usecases/story/tell-story.ts';
import { ANA, BEN, MIA } from '../company.ts';
import { dayAfter, todayAt } from './calendar.ts';
import type { Scene } from './scene.ts';

const TOLD = 'the-request-that-ana-answered' as InsightRequestId;
const OPEN = 'the-request-that-waits' as InsightRequestId;

const ASKED_FIRST = todayAt('11:05', 9);
const ASKED_AGAIN = todayAt('15:20', 1);

export const INSIGHT_SCENES: readonly Scene[] = [
  {
    at: ASKED_FIRST,
    play: (ctx) =>
      askField(naming(ctx, TOLD), {
        submission: TOLD,
        person: MIA,
        asking: {
          kind: 'case_study',
          topic: 'hotel groups that close the month sooner',
          segment: 'Hospitality',
          product: null,
          purpose: 'the landing page for hotels, live on 1 December',
          people: [ANA],
          dueDate: dayAfter(ASKED_FIRST, 8),
        },
      }),
  },
  {
    at: todayAt('16:40', 2),
    play: (ctx) =>
      tellStory(ctx, {
        submission: 'the-story-of-pier-inns',
        person: ANA,
        about: { kind: 'request', id: TOLD },
        telling: PIER_INNS,
      }),
  },
  {
    at: ASKED_AGAIN,
    play: (ctx) =>
      askField(naming(ctx, OPEN), {
        submission: OPEN,
        person: MIA,
        asking: {
          kind: 'objection',
          topic: 'leaving the spreadsheet',
          segment: null,
          product: null,
          purpose: 'the next webinar',
          people: [ANA, BEN],
          dueDate: dayAfter(ASKED_AGAIN, 5),
        },
      }),
  },
];

const PIER_INNS: Telling = {
  customer: 'Pier Inns',
  situation: 'Nine inns on the coast, two people in finance, books closed on day nine.',
  whatWeDid: 'Connected tills, bank and booking system in a week; the accountant joined the second call.',
  result: { number: '2', unit: 'days', baseline: '9 days', period: 'each month-end' },
  quote: {
    words: 'I read a book in the first week of the month.',
    speaker: 'Orla Brady',
    title: 'Controller',
  },
  files: [],
  confidentiality: 'named',
  permissions: {
    granted: ['quote', 'company_name', 'logo'],
    refused: [],
    consent: { evidence: 'Mail of 16 November', grantedBy: 'Orla Brady', until: '2027-12-31' },
  },
};

/** The use case names what it makes; a later scene needs to know the name. */
function naming(ctx: Context, id: InsightRequestId): Context {
  return { ...ctx, newId: (kind) => (kind === 'request' ? id : ctx.newId(kind)) };
}
