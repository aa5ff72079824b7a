import { expect, it } from 'vitest';
import { assignByTurn, turnEvent, turnNote } from '../../../src/domain/routing/route-lead.ts';
import type { RoutingRule } from '../../../src/domain/routing/routing.ts';
import { ANA, BEN } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const RULE: RoutingRule = {
  ...{ id: 'rule_1', sources: ['Webinar'], regions: [], mode: 'assign', cap: 3 },
  people: [{ person: ANA, weight: 1 }],
};
const choice = { person: ANA, open: 2, passed: [{ person: BEN, why: 'leave' as const }], turn: {} };
const routed = { rule: RULE, choice };

it('By turn a new lead has an owner as it arrives, and its history says why', () => {
  const { lead, event } = assignByTurn(sampleLead(), ANA, routed, 9);
  expect(lead).toMatchObject({ state: 'claimed', owner: ANA, claimedAt: null });
  const turn = { what: 'Webinar', open: 2, cap: 3, passed: choice.passed };
  expect(event).toMatchObject({ actor: 'tango', data: { to: ANA, note: null, turn } });
  expect(() => assignByTurn(lead, BEN, routed, 9)).toThrow(refused('lead_moved_on'));
});

it('A lead that is proposed to somebody, or to nobody, stays new', () => {
  expect(turnEvent(sampleLead(), routed, 9)).toMatchObject({ kind: 'proposed', data: { to: ANA } });
  const nobody = { rule: RULE, choice: { ...choice, person: null } };
  expect(turnEvent(sampleLead(), nobody, 9).kind).toBe('left_open');
});

it('What a rule does not ask for is not said', () => {
  const any = { rule: { ...RULE, sources: [] }, choice };
  expect(turnNote(sampleLead(), any)).toMatchObject({ to: ANA, what: null });
});
