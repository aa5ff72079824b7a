import { expect, it } from 'vitest';
import { mayReach } from '../../../src/domain/lead/may-reach.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { SETTINGS, sampleLead } from '../../support/sample-lead.ts';

it('How to reach a lead is for all in the channel, or for its owner and the managers alone', () => {
  const lead = sampleLead({ state: 'claimed', owner: ANA });
  const who = (contactShownTo: 'channel' | 'owner') =>
    [ANA, BEN, MAX].map((person) => mayReach(lead, person, { ...SETTINGS, contactShownTo }));
  expect(who('channel')).toEqual([true, true, true]);
  expect(who('owner')).toEqual([true, false, true]);
});
