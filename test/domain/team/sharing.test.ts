import { expect, it } from 'vitest';
import type { LeadEvent } from '../../../src/domain/lead/lead-event.ts';
import {
  coverEvent,
  coverLead,
  coverScorecard,
  isCovered,
  teamChannels,
} from '../../../src/domain/team/sharing.ts';
import { scorecard } from '../../support/built-week.ts';
import { ANA, FIELD, LEADS, MARKETING, SCORECARD } from '../../support/people.ts';
import { SETTINGS, sampleLead } from '../../support/sample-lead.ts';
import { fact, spend } from '../../support/scorecard-facts.ts';

it('The channels of the team are those of the settings, each once', () => {
  expect(teamChannels(SETTINGS)).toEqual([LEADS, FIELD, MARKETING, SCORECARD]);
  expect(teamChannels({ ...SETTINGS, fieldChannel: LEADS, marketingChannel: null })).toEqual([
    LEADS,
    SCORECARD,
  ]);
});

it('A channel is covered while it is shared, unless a manager shows everything there', () => {
  const sharing = [
    { channel: LEADS, isShared: true, askedAt: 1 },
    { channel: FIELD, isShared: false, askedAt: 1 },
  ];
  const shared = { sharing, showsToConnected: false };
  expect([LEADS, FIELD, MARKETING, null].map((channel) => isCovered(shared, channel))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(isCovered({ ...shared, showsToConnected: true }, LEADS)).toBe(false);
});

it('What is covered of a lead is how to reach it and what it is worth', () => {
  const value = { minor: 1_800_000, currency: 'EUR' };
  const lead = sampleLead({ phone: '+49 171 3920012', value });
  expect(coverLead(lead)).toEqual({ ...lead, email: null, phone: null, value: null });
  const data = { note: 'In May.', exception: null, value };
  const event: LeadEvent = { kind: 'qualified', at: 1, actor: ANA, data };
  expect(coverEvent(event).data).toEqual({ ...data, value: null });
  const claimed: LeadEvent = {
    kind: 'released',
    at: 1,
    actor: ANA,
    data: { why: null, waited: null } as never,
  };
  expect(coverEvent(claimed)).toBe(claimed);
});

it('What is covered of a scorecard are its amounts, and nothing else', () => {
  const all = scorecard([fact(), fact()], {
    spend: [spend({ minor: 30_000 }), spend({ minor: 1, currency: 'USD' })],
  });
  const covered = coverScorecard(all);
  expect(JSON.stringify(all)).toMatch(/"minor":\d/);
  expect(JSON.stringify(all)).toMatch(/"spend":\d/);
  expect(JSON.stringify(covered)).not.toMatch(/"(?:minor|spend)":\d/);
  expect(covered.metrics.leads).toEqual(all.metrics.leads);
  expect(covered.trend).toEqual(all.trend);
  expect(coverScorecard(scorecard([fact()])).agenda.map(({ point }) => point.code)).not.toContain('no_spend');
  const spent = scorecard([fact()], { spend: [spend({ minor: 120_000, source: 'Fair' })] });
  expect(spent.agenda.map(({ point }) => point.code)).toContain('money_without_leads');
  expect(JSON.stringify(coverScorecard(spent).agenda)).not.toContain('Fair');
});
