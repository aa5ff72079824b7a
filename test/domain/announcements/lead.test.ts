import { expect, it } from 'vitest';
import { RANK } from '../../../src/domain/announcement.ts';
import {
  cardKey,
  foreignMessageKey,
  leadBack,
  leadCard,
  leadDm,
  leadLine,
  leadProposed,
  leadReturned,
  matchInThread,
  matchToOwner,
  messageLead,
} from '../../../src/domain/announcements/lead.ts';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { LeadMatch } from '../../../src/domain/lead/match.ts';
import { ANA, FIELD, LEADS, MARKETING } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const LEAD = sampleLead();
const OLD = { ...LEAD, cardChannel: null };
const MATCH: LeadMatch = {
  ...{
    leadId: 'lead_2' as LeadId,
    earlierId: LEAD.id,
    by: 'email',
    foundAt: 1,
    told: ANA,
    toldWith: null,
    decision: null,
  },
};

it('A lead has one card, and what happens to it stands in the card’s thread', () => {
  expect(leadCard(LEAD)).toEqual({ kind: 'lead_card', ref: 'lead_1', target: LEADS, rank: RANK.live });
  expect(leadCard({ ...LEAD, priority: 'hot' })).toMatchObject({ rank: RANK.hot });
  expect(leadCard({ ...LEAD, priority: 'hot' }, { isBulk: true })).toMatchObject({ rank: RANK.bulk });
  expect(cardKey(LEAD)).toBe('lead_card:lead_1');
  expect(leadLine(LEAD, 'event_1')).toMatchObject({ target: LEADS, threadOf: cardKey(LEAD) });
  expect(matchInThread(MATCH, 'new', LEAD)).toMatchObject({ target: LEADS, threadOf: cardKey(LEAD) });
});

it('A lead out of an old file is shown nowhere', () => {
  expect([leadCard(OLD), leadLine(OLD, 'event_1'), leadBack(OLD), matchInThread(MATCH, 'new', OLD)]).toEqual([
    ...[null, null, null, null],
  ]);
});

it('Whoever gets a lead hears of it once for each time', () => {
  expect(leadDm({ ...LEAD, version: 2 }, ANA)).toMatchObject({ ref: 'lead_1/2', target: ANA });
  expect(leadBack({ ...LEAD, version: 3 })).toMatchObject({ ref: 'lead_1/3', target: LEADS });
  expect(leadProposed(LEAD, ANA)).toMatchObject({ ref: 'lead_1', target: ANA });
  expect(leadReturned(LEAD, 7, MARKETING)).toMatchObject({ ref: 'lead_1/7', target: MARKETING });
});

it('A match is told to the owner who was there when it was found', () => {
  expect(matchToOwner(MATCH)).toMatchObject({ kind: 'came_back', target: ANA });
  expect(matchToOwner({ ...MATCH, told: null })).toBeNull();
});

it('A lead that was a message answers in that message’s thread', () => {
  const key = foreignMessageKey(FIELD, '1.2');
  expect(messageLead(LEAD, { channel: FIELD, key })).toMatchObject({ target: FIELD, threadOf: key });
});
