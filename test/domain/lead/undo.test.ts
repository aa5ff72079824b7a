import { describe, expect, it } from 'vitest';
import { type LeadId, lifeOf } from '../../../src/domain/lead/lead.ts';
import type { LeadEvent } from '../../../src/domain/lead/lead-event.ts';
import { type PastMove, standing, undo, undoableIn } from '../../../src/domain/lead/undo.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const MINUTE = 60_000;
const NEW = sampleLead();
const CLAIMED = sampleLead({ state: 'claimed', owner: ANA, claimedAt: 0 });
const by = (person: typeof ANA, isManager = false) => ({ person, isManager });

function past(event: Partial<Omit<PastMove, 'data'>> & { data?: object }): PastMove {
  return { kind: 'claimed', at: 0, actor: ANA, data: {}, before: lifeOf(NEW), ...event } as PastMove;
}

const LAST = past({});
const kindsOf = (events: readonly PastMove[]) => events.map(({ kind }) => kind);
const undone = (move: LeadEvent['kind']) => past({ kind: 'undone', data: { move } });

describe('taking the last move back', () => {
  it('is for who made it, within a quarter of an hour', () => {
    expect(undo(CLAIMED, by(ANA), LAST, 15 * MINUTE).lead).toEqual(NEW);
    expect(() => undo(CLAIMED, by(ANA), LAST, 15 * MINUTE + 1)).toThrow(
      refused('undo_too_late', { minutes: 15 }),
    );
    expect(() => undo(CLAIMED, by(BEN), LAST, 1)).toThrow(refused('undo_not_yours', { by: ANA }));
    expect(() => undo(CLAIMED, by(BEN), past({ actor: 'tango' }), 1)).toThrow(
      refused('undo_not_yours', { by: null }),
    );
  });

  it('is for a manager whenever and whoever’s it was', () => {
    expect(undo(CLAIMED, by(MAX, true), LAST, 99 * MINUTE).event).toMatchObject({
      kind: 'undone',
      data: { move: 'claimed' },
    });
  });

  it('is not there for what cannot be undone', () => {
    const arrived = past({ kind: 'received' });
    const intoIt = past({ kind: 'merged', data: { from: 'lead_2' as LeadId } });
    for (const last of [null, { ...LAST, before: null }, arrived, intoIt])
      expect(() => undo(CLAIMED, by(MAX, true), last, 1)).toThrow(refused('nothing_to_undo'));
  });
});

describe('the moves that still stand', () => {
  it('are those that no undo has taken back, one after the other', () => {
    const moves = [LAST, past({ kind: 'contacted' }), past({ kind: 'qualified' })];
    expect(kindsOf(standing(moves))).toEqual(['claimed', 'contacted', 'qualified']);
    expect(kindsOf(standing([...moves, undone('qualified')]))).toEqual(['claimed', 'contacted']);
    const two = [...moves, undone('qualified'), undone('contacted')];
    expect(kindsOf(standing(two))).toEqual(['claimed']);
    expect(kindsOf(standing([...two, past({ kind: 'released' })]))).toEqual(['claimed', 'released']);
    expect(standing([...two, undone('claimed')])).toEqual([]);
  });

  it('are without what was no move, and without a merge that was taken apart', () => {
    const merged = past({ kind: 'merged', data: { into: 'lead_2' as LeadId, note: null } });
    const split = past({ kind: 'split', data: { from: 'lead_2' as LeadId } });
    expect(kindsOf(standing([past({ kind: 'came_back', before: null }), LAST, merged, split]))).toEqual([
      'claimed',
    ]);
    expect(undoableIn([LAST, merged])).toBe(merged);
    expect(undoableIn([LAST, past({ kind: 'came_off_rest' })])).toBeNull();
    expect(undoableIn([])).toBeNull();
  });
});
