import { describe, expect, it } from 'vitest';
import { lifeOf } from '../../../src/domain/lead/lead.ts';
import { type LastMove, undo } from '../../../src/domain/lead/undo.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const MINUTE = 60_000;
const NEW = sampleLead();
const CLAIMED = sampleLead({ state: 'claimed', owner: ANA, claimedAt: 0 });
const LAST: LastMove = { kind: 'claimed', at: 0, actor: ANA, before: lifeOf(NEW) };
const by = (person: typeof ANA, isManager = false) => ({ person, isManager });

describe('taking the last move back', () => {
  it('is for who made it, within a quarter of an hour', () => {
    expect(undo(CLAIMED, by(ANA), LAST, 15 * MINUTE).lead).toEqual(NEW);
    expect(() => undo(CLAIMED, by(ANA), LAST, 15 * MINUTE + 1)).toThrow(
      refused('undo_too_late', { minutes: 15 }),
    );
    expect(() => undo(CLAIMED, by(BEN), LAST, 1)).toThrow(refused('undo_not_yours'));
  });

  it('is for a manager whenever and whoever’s it was', () => {
    expect(undo(CLAIMED, by(MAX, true), LAST, 99 * MINUTE).event).toMatchObject({
      kind: 'undone',
      data: { move: 'claimed' },
    });
  });

  it('is not there for what cannot be undone', () => {
    for (const last of [null, { ...LAST, before: null }, { ...LAST, kind: 'received' as const }])
      expect(() => undo(CLAIMED, by(MAX, true), last, 1)).toThrow(refused('nothing_to_undo'));
  });
});
