import { describe, expect, it } from 'vitest';
import { type Mended, mend } from '../../../src/domain/lead/back-to-work.ts';
import type { Lead } from '../../../src/domain/lead/lead.ts';
import type { LeadEvent } from '../../../src/domain/lead/lead-event.ts';
import { mendingProblems } from '../../../src/domain/lead/mending.ts';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { FIRST_SETTINGS } from '../../../src/domain/team/settings.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const MIA = 'U_MIA' as PersonId;

function returned(reason: string, facts: Partial<Lead> = {}): Lead {
  return {
    ...sampleLead(),
    ...{ state: 'returned', rejection: { reason, detail: null, outcome: null } },
    ...{
      name: 'Dana Whitfield',
      title: null,
      company: 'Harbour Hotels',
      email: 'dana@harbour.example',
      phone: null,
    },
    ...facts,
  };
}

function problems(lead: Lead, mended: Mended, history: LeadEvent[] = []): string[] {
  const { email, phone, name, title, company } = lead;
  const form = { email, phone, name, title, company, ...mended };
  return mendingProblems({ lead, mended: form, history }, FIRST_SETTINGS).map(
    ({ field, refusal }) => `${field}: ${refusal.code}`,
  );
}

describe('a lead that came back to marketing', () => {
  it('for its address does not go back with the same, however it is written; another, a number, or none beside a number does', () => {
    const lead = returned('bad_contact_data');
    for (const email of ['dana@harbour.example', ' DANA@Harbour.example', 'dana+1@harbour.example'])
      expect(problems(lead, { email, name: 'Dana W.' })).toEqual(['email: same_reach_again']);
    expect(problems(lead, { email: 'd.whitfield@harbour.example' })).toEqual([]);
    expect(problems(lead, { phone: '+44 20 7946 0018' })).toEqual([]);
    expect(problems({ ...lead, phone: '+44 20 7946 0018' }, { email: null })).toEqual([]);
    expect(
      problems(returned('bad_contact_data', { email: null, phone: '+442079460018' }), {
        phone: '+44 20 7946 0018',
      }),
    ).toEqual(['phone: same_reach_again']);
  });

  it('does not go back with what was wrong the time before either', () => {
    const first = returned('bad_contact_data', { email: 'dana@harbour.example' });
    const { lead, event } = mend(first, MIA, { email: 'dana@harbor.example' }, 1);
    expect(event.data).toMatchObject({ was: { email: 'dana@harbour.example' } });
    const again = { ...lead, state: 'returned', rejection: first.rejection } as const;
    expect(problems(again, { email: 'Dana@Harbour.example' }, [event])).toEqual(['email: same_reach_again']);
    expect(problems(again, { email: 'whitfield@harbour.example' }, [event])).toEqual([]);
  });

  it('for the wrong person goes back with another one, or another way to them', () => {
    const lead = returned('wrong_person');
    expect(problems(lead, { title: 'CFO' })).toEqual(['name: same_person_again']);
    expect(problems(lead, { name: 'Lea Hart' })).toEqual([]);
    expect(problems(lead, { email: 'lea@harbour.example' })).toEqual([]);
  });

  it('for a reason of the team’s own goes back when anything is another', () => {
    const lead = returned('too_early');
    expect(problems(lead, {})).toEqual(['name: nothing_mended']);
    expect(problems(lead, { title: 'CFO' })).toEqual([]);
  });

  it('is called by no program’s key, but keeps the one that it came with', () => {
    const lead = returned('too_early');
    for (const name of [
      '00Q5g00000abcDE',
      'tf_8dKx02Lq99',
      '4f0c2b7d-1111-4abc-9def-0123456789ab',
      '77889900',
    ])
      expect([name, problems(lead, { name })]).toEqual([name, ['name: name_is_id']]);
    expect(problems({ ...lead, name: '77889900' }, { name: '77889900', title: 'CFO' })).toEqual([]);
  });
});
