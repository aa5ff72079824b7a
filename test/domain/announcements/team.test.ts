import { expect, it } from 'vitest';
import {
  definitionPost,
  nagDigest,
  nagMessage,
  personDeactivated,
  personHome,
  scorecardThread,
  troubleNotice,
} from '../../../src/domain/announcements/team.ts';
import { FIRST_DEFINITION } from '../../../src/domain/definition/definition.ts';
import { propose } from '../../../src/domain/definition/proposal.ts';
import type { Nag, NagId } from '../../../src/domain/nag/nag.ts';
import { scorecard } from '../../support/built-week.ts';
import { ANA, BEN, LEADS, MAX, SCORECARD } from '../../support/people.ts';
import { SETTINGS, sampleLead } from '../../support/sample-lead.ts';
import { fact } from '../../support/scorecard-facts.ts';

const LEAD = sampleLead({ state: 'claimed', owner: ANA });
const NAG: Nag = {
  id: 'nag_1' as NagId,
  leadId: LEAD.id,
  promise: 'contact',
  step: 'near',
  cycleAt: 1,
  sentAt: 2,
  promiseId: null,
  postAt: null,
};

it('A nag goes where its step says', () => {
  const place = (how: 'dm' | 'thread', lead = LEAD) => {
    const made = nagMessage(NAG, { step: 'near', after: 1, to: 'bound', how }, lead);
    return made && [made.target, made.threadOf ?? null];
  };
  expect(place('dm')).toEqual([ANA, null]);
  expect(place('dm', { ...LEAD, cardChannel: null })).toEqual([ANA, null]);
  expect(place('thread')).toEqual([LEADS, 'lead_card:lead_1']);
  expect(place('thread', { ...LEAD, cardChannel: null })).toBeNull();
});

it('What is for one person goes to that person', () => {
  expect(personHome(ANA)).toEqual({ kind: 'home', ref: ANA, target: ANA });
  expect(nagDigest(ANA, '2026-11-17')).toMatchObject({ ref: `${ANA}/2026-11-17`, target: ANA });
  expect(personDeactivated({ person: BEN, released: 1, qualified: 0, at: 5 }, MAX).target).toBe(MAX);
  expect(troubleNotice('auth', 5, MAX)).not.toEqual(troubleNotice('auth', 6, MAX));
});

it('A proposal has one post, where it was made', () => {
  const asked = { marketing: null, sales: null };
  const standing = { settings: SETTINGS, current: FIRST_DEFINITION, lastVersion: 1, now: 1 };
  const proposal = propose({ person: MAX, criteria: 'Fits', asked }, standing);
  expect(definitionPost(proposal)).toEqual({ kind: 'definition_post', ref: '2', target: SCORECARD });
});

it('A scorecard is its head, and the parts in its thread', () => {
  const [head, ...parts] = scorecardThread(scorecard([fact()]), SCORECARD, true);
  expect(parts.map(({ ref }) => ref)).toContain('2026-W47/moved');
  expect(head).toEqual({ kind: 'scorecard_head', ref: '2026-W47', target: SCORECARD });
  expect(new Set(parts.map(({ threadOf }) => threadOf))).toEqual(new Set(['scorecard_head:2026-W47']));
});
