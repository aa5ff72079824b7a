import { describe, expect, it } from 'vitest';
import { FIRST_DEFINITION } from '../../../src/domain/definition/definition.ts';
import { type QualifyInput, qualify } from '../../../src/domain/lead/qualify.ts';
import { ANA, BEN } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const CODES = FIRST_DEFINITION.criteria.map(({ code }) => code);
const REQUIRED = FIRST_DEFINITION.criteria.filter(({ required }) => required);
const judged = (input: Partial<QualifyInput>, lead = sampleLead(), person = ANA) => {
  const all = { met: CODES, exception: null, value: null, nextStep: null, nextStepOn: null, note: null };
  return qualify(lead, { person, isManager: false }, { ...all, ...input }, FIRST_DEFINITION, 99);
};

describe('qualifying', () => {
  it('a new lead claims it and says that there was a contact', () => {
    const { lead } = judged({});
    expect(lead).toMatchObject({
      state: 'qualified',
      owner: ANA,
      claimedAt: 99,
      contactedAt: 99,
      verdictBy: ANA,
    });
    expect(lead.qualification).toMatchObject({
      definitionVersion: FIRST_DEFINITION.version,
      met: CODES,
      missed: [],
    });
  });

  it('keeps when it was claimed and contacted', () => {
    const claimed = sampleLead({ state: 'claimed', owner: ANA, claimedAt: 1, contactedAt: 2 });
    expect(judged({}, claimed).lead).toMatchObject({ claimedAt: 1, contactedAt: 2, verdictAt: 99 });
    expect(() => judged({}, claimed, BEN)).toThrow(refused('lead_not_yours'));
  });

  it('without what is required needs a reason, and keeps one only then', () => {
    const missing = REQUIRED.map(({ label }) => label);
    expect(() => judged({ met: [], exception: ' ' })).toThrow(refused('exception_needed', { missing }));
    expect(judged({ met: [], exception: ' Board asked ' }).lead.qualification?.exception).toBe('Board asked');
    expect(judged({ exception: 'needless' }).lead.qualification?.exception).toBeNull();
  });

  it('by a list that was replaced meanwhile is refused', () => {
    expect(() => judged({ met: ['gone'] })).toThrow(refused('definition_changed'));
  });
});
