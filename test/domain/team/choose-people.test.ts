import { describe, expect, it } from 'vitest';
import { assertMayBeChosen, choiceProblems, unfitness } from '../../../src/domain/team/choose-people.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { samplePerson, teamOf } from '../../support/sample-person.ts';

const bot = samplePerson(BEN, { isBot: true });
const guest = samplePerson(MAX, { account: 'guest' });
const team = teamOf(samplePerson(ANA), bot, guest);

describe('who may be chosen', () => {
  it('is whoever may act', () => {
    expect([ANA, BEN, MAX].map((id) => unfitness(id, team))).toEqual([null, 'bot', 'guest']);
    const open = { ...team, admitted: { guests: true, connected: false } };
    expect([unfitness(MAX, open), unfitness(MAX, open, true)]).toEqual([null, 'guest']);
  });

  it('is judged by what is known alone', () => {
    expect(unfitness(BEN, teamOf())).toBeNull();
    expect(unfitness(BEN, teamOf(samplePerson(BEN, { isBot: true, account: null })))).toBeNull();
    expect(unfitness(BEN, { ...team, workspace: null })).toBeNull();
  });

  it('is said beside the field, of the first who cannot be', () => {
    expect(choiceProblems({ field: 'people', people: [ANA, BEN, MAX] }, team)).toEqual([
      {
        field: 'people',
        refusal: {
          code: 'cannot_be_chosen',
          facts: { person: BEN, name: 'ben', why: 'bot', membersOnly: false },
        },
      },
    ]);
    expect(choiceProblems({ field: 'people', people: [ANA] }, team)).toEqual([]);
    const choosing = () => assertMayBeChosen({ field: 'person', people: [MAX], membersOnly: true }, team);
    expect(choosing).toThrow(refused('cannot_be_chosen', { person: MAX, why: 'guest', membersOnly: true }));
    assertMayBeChosen({ field: 'person', people: [ANA] }, team);
  });
});
