import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assertReach, hideReach, mayReach, waysToReach } from '../../../src/domain/lead/ways-to-reach.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { SETTINGS, sampleLead } from '../../support/sample-lead.ts';

it.each([
  ['dana@harbour.example, +44 20 7946 0018', 'dana@harbour.example', '+44 20 7946 0018'],
  ['<dana@harbour.example>.', 'dana@harbour.example', null],
  ['030/5550143', null, '030/5550143'],
  ['on 2026-11-21 for 12000', null, null],
  ['later', null, null],
])('“%s” holds %s and %s', (text, email, phone) => {
  expect(waysToReach(text)).toEqual({ email, phone });
});

it('The field for it must hold one of them', () => {
  expect(assertReach('dana@harbour.example').phone).toBeNull();
  expect(() => assertReach('the tall one')).toThrow(refused('reach_needed'));
});

it('How to reach a lead is for all in the channel, or for its owner and the managers alone', () => {
  const lead = sampleLead({ state: 'claimed', owner: ANA });
  const who = (contactShownTo: 'channel' | 'owner') =>
    [ANA, BEN, MAX].map((person) => mayReach(lead, person, { ...SETTINGS, contactShownTo }));
  expect(who('channel')).toEqual([true, true, true]);
  expect(who('owner')).toEqual([true, false, true]);
});

const MESSAGES = '../shared/cases/35-ways-to-reach/messages.json';

it.skipIf(!existsSync(MESSAGES))(
  'shared/cases/35: dates, amounts, accounts and ids are no numbers to call',
  () => {
    const messages: { text: string; reach: string | null }[] = JSON.parse(readFileSync(MESSAGES, 'utf8'));
    for (const { text, reach } of messages)
      expect([text, waysToReach(text).phone]).toEqual([text, reach === 'the number' ? text : reach]);
  },
);

it('Hides every way to reach somebody and nothing else', () => {
  expect(
    hideReach('Dana (dana@x.example), +49 171 3920012 or 030/5550143, on 25.11.2026, order 4711-0815'),
  ).toBe('Dana (•••), ••• or •••, on 25.11.2026, order 4711-0815');
});
