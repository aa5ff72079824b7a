import { expect, it } from 'vitest';
import { leadCard } from '../../../../src/slack/views/lead/lead-card.ts';
import { textOf } from '../../../support/messages.ts';
import { ANA } from '../../../support/people.ts';
import { BERLIN, sampleLead } from '../../../support/sample-lead.ts';

const DANA = 'We run 14 properties.';

function cardOf(state: 'qualified' | 'won', now: string) {
  const met = { definitionVersion: 1, met: [], missed: [], exception: null };
  const lead = sampleLead({
    ...{ state, owner: ANA, verdictBy: ANA, message: DANA },
    qualification: { ...met, nextStep: 'Demo with finance', nextStepOn: '2026-11-24' },
  });
  const scene = { lead, promise: null, reasonLabel: null, timezone: BERLIN, now: Date.parse(now) };
  return textOf(leadCard(scene as never));
}

it('a qualified lead keeps its words and how to reach it, and says what comes next', () => {
  const text = cardOf('qualified', '2026-11-24T22:30:00Z');
  expect(text).toContain(`> ${DANA}`);
  expect(text).toContain('mailto:dana@harbour.example');
  expect(text).toContain('next: Demo with finance on 24 November 2026');
});

it('its next step is flagged from the day after on, by the team’s clock', () => {
  expect(cardOf('qualified', '2026-11-24T23:30:00Z')).toContain(
    ':warning: next: Demo with finance, was planned for 24 November 2026',
  );
});

it('a lead that is won is two lines', () => {
  const text = cardOf('won', '2026-11-25T10:00:00Z');
  expect(text).not.toContain(DANA);
  expect(text).not.toContain('mailto:');
});
