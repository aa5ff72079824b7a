import { expect, it } from 'vitest';
import type { TeamPromise } from '../../../src/domain/promise/promise.ts';
import { promisesAfterRejects, type RejectsMoved } from '../../../src/domain/promise/rejects-promises.ts';
import { berlin } from '../../support/berlin.ts';
import { MIA } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';
import { ANSWER, sampleRejected, sampleRejects } from '../../support/sample-rejects.ts';

const making = { settings: SETTINGS, newId: (kind: string) => `${kind}_1` };
const STANDS = [sampleRejected('a')];
const GONE = [sampleRejected('a', { goneAt: 1 })];

function after(rows: TeamPromise[], moved: Partial<RejectsMoved>): TeamPromise[] {
  const at = berlin('2026-11-23T09:00');
  const full = { rejects: sampleRejects(), leads: STANDS, by: MIA, at, eventId: 'e', ...moved };
  return promisesAfterRejects(rows, full, making);
}

it('Who was asked owes an answer in three working days; nobody by name, marketing', () => {
  const [promise] = after([], {});
  expect(promise).toMatchObject({ kind: 'answer_rejects', owedBy: MIA, owedTo: 'sales', end: null });
  expect(promise?.dueAt).toBe(berlin('2026-11-25T18:00'));
  expect(promise?.lookAt).not.toBe(null);
  expect(after([], { rejects: sampleRejects({ owner: null }) })[0]?.owedBy).toBe('marketing');
  expect(after([], { leads: GONE })).toEqual([]);
});

it('An answer keeps it, late it was broken; taken back it is owed again by the same time', () => {
  const [promise] = after([], {});
  const answered = sampleRejects({ answer: ANSWER });
  const [kept] = after([promise!], { rejects: answered, at: ANSWER.at });
  expect(kept?.end).toMatchObject({ how: 'kept', by: MIA, move: 'e' });
  const [broken] = after([promise!], { rejects: answered, at: promise!.dueAt + 1 });
  expect(broken?.end).toMatchObject({ how: 'broken', why: null });
  const [again] = after([kept!], {});
  expect(again).toMatchObject({ id: promise!.id, dueAt: promise!.dueAt, end: null });
  expect(again?.lookAt).not.toBe(null);
  expect(after([promise!], {})).toEqual([]);
  expect(after([kept!], { rejects: answered })).toEqual([]);
});

it('Once all rejects were taken back it is waived; one that is back is owed an answer again', () => {
  const [promise] = after([], {});
  const [waived] = after([promise!], { leads: GONE });
  expect(waived?.end).toMatchObject({ how: 'waived', why: 'undone' });
  expect(after([waived!], {})[0]).toMatchObject({ id: promise!.id, end: null });
});
