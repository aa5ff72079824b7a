import { describe, expect, it } from 'vitest';
import { mend, releaseByTango, wake } from '../../../src/domain/lead/back-to-work.ts';
import { ANA, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const RESTING = sampleLead({
  ...{ state: 'resting', owner: ANA, restsUntil: '2027-03-01', verdictAt: 5, verdictBy: ANA },
  rejection: { reason: 'bad_timing', detail: '2027-03-01', outcome: 'rests_until' },
});

describe('a lead that comes off its rest', () => {
  it('goes to its owner where that was promised, with clocks that start again', () => {
    const { lead } = wake(RESTING, { toOwner: true, now: 9 });
    expect(lead).toMatchObject({
      state: 'claimed',
      owner: ANA,
      claimedAt: 9,
      openSince: 9,
      restsUntil: null,
    });
    expect(lead).toMatchObject({ rejection: null, verdictAt: null, contactedAt: null });
  });

  it('goes to the channel otherwise, and where it has no owner', () => {
    for (const lead of [
      wake(RESTING, { toOwner: false, now: 9 }),
      wake({ ...RESTING, owner: null }, { toOwner: true, now: 9 }),
    ])
      expect(lead.lead).toMatchObject({ state: 'new', owner: null, claimedAt: null });
  });

  it('comes off it once', () => {
    const { lead } = wake(RESTING, { toOwner: false, now: 9 });
    expect(() => wake(lead, { toOwner: false, now: 9 })).toThrow(refused('lead_moved_on'));
  });
});

it('Tango takes back only what somebody has, and says why', () => {
  const claimed = sampleLead({ state: 'claimed', owner: ANA, claimedAt: 1 });
  const { lead, event } = releaseByTango(claimed, { why: 'silent', waited: { minutes: 720 } }, 9);
  expect(lead).toMatchObject({ state: 'new', owner: null });
  expect(event).toMatchObject({
    actor: 'tango',
    data: { from: ANA, why: 'silent', waited: { minutes: 720 } },
  });
  expect(() => releaseByTango(lead, { why: 'gone', waited: null }, 9)).toThrow(refused('lead_moved_on'));
});

it('What marketing mends is new again, and its history names what has changed', () => {
  const returned = sampleLead({
    state: 'returned',
    owner: ANA,
    rejection: { reason: 'wrong_person', detail: null, outcome: 'closed' },
  });
  const mended = { email: 'new@harbour.example', name: returned.name };
  const { lead, event } = mend(returned, MIA, mended, 9);
  expect(lead).toMatchObject({ state: 'new', owner: null, email: 'new@harbour.example', openSince: 9 });
  expect(event).toMatchObject({ kind: 'mended', data: { fields: ['email'], reason: 'wrong_person' } });
  expect(() => mend(lead, MIA, mended, 9)).toThrow(refused('lead_moved_on'));
});
