import { describe, expect, it } from 'vitest';
import { isBroken, type TeamPromise } from '../../../src/domain/promise/promise.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { BEN } from '../../support/people.ts';
import { PromisePlay } from '../../support/promise-play.ts';
import { SEED, times } from '../../support/proof.ts';
import { chance } from '../../support/random.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

/** The sample lead arrives on Tuesday at 14:15. */
function due({ running }: PromisePlay): string[] {
  return running.map(({ kind, dueAt }) => `${kind} by ${inBerlin(dueAt)}`);
}

describe('the promises about a lead', () => {
  it('start with the claim: two working hours, or a quarter of one when it is hot', () => {
    expect(due(new PromisePlay())).toEqual(['claim by Tue 2026-11-17 16:15']);
    expect(due(new PromisePlay({ priority: 'hot' }))).toEqual(['claim by Tue 2026-11-17 14:30']);
  });

  it('run from when the card could be seen, not from when an import says that the lead was made', () => {
    const old = { receivedAt: berlin('2026-11-16T09:00'), createdAt: berlin('2026-11-17T14:15') };
    expect(due(new PromisePlay(old))).toEqual(['claim by Tue 2026-11-17 16:15']);
  });

  it('go on with contact and verdict once somebody has it', () => {
    const play = new PromisePlay().after(4).claim();
    expect(play.said).toEqual([
      'claim of sales kept',
      'contact of U_ANA running',
      'verdict of U_ANA running',
    ]);
    expect(due(play)).toEqual(['contact by Wed 2026-11-18 09:19', 'verdict by Tue 2026-11-24 14:19']);
  });

  it('stay broken whatever follows, and say by how much', () => {
    const play = new PromisePlay().after(3 * 60).claim();
    expect([...play.rows.values()][0]?.end).toMatchObject({ how: 'broken', why: null, late: 60 });
    play.undo();
    expect(play.said[0]).toBe('claim of sales overdue');
  });

  it('ask who was given it to take it, which counts as no claim; a contact takes it as well', () => {
    const play = new PromisePlay().after(1).assign();
    expect(play.said).toEqual(['claim of sales waived assigned', 'take of U_BEN running']);
    expect(due(play)).toEqual(['take by Tue 2026-11-17 16:16']);
    expect(play.after(5).claim(BEN).said.slice(1)).toEqual([
      'take of U_BEN kept',
      'contact of U_BEN running',
      'verdict of U_BEN running',
    ]);
    expect(new PromisePlay().after(1).assign().after(9).contacted().said.slice(1)).toEqual([
      'take of U_BEN kept',
      'verdict of U_BEN running',
      'contact of U_BEN kept',
    ]);
  });

  it('bind whoever gets it, from when they get it', () => {
    const play = new PromisePlay().after(1).claim().after(60).handOver();
    expect(play.said).toEqual([
      'claim of sales kept',
      'contact of U_ANA waived handed_over',
      'verdict of U_ANA waived handed_over',
      'contact of U_BEN running',
      'verdict of U_BEN running',
    ]);
    expect(due(play)[0]).toBe('contact by Wed 2026-11-18 10:16');
  });

  it('are given back by undo as they were, with their old due times', () => {
    const play = new PromisePlay().after(4).claim();
    const before = due(play);
    play.after(5).release();
    expect(due(play)).toEqual(['claim by Tue 2026-11-17 16:24']);
    play.after(1).undo();
    expect(due(play)).toEqual(before);
    expect(play.said.at(-1)).toBe('claim of sales waived undone');
  });

  it('count a verdict on a new lead as taking it, and as judged unseen', () => {
    expect(new PromisePlay().after(5).reject().said).toEqual([
      'claim of sales kept',
      'contact of U_ANA waived judged_unseen',
      'verdict of U_ANA kept',
    ]);
  });

  it('have nobody owe anything again after such a verdict was undone', () => {
    const play = new PromisePlay().after(5).reject().after(1).undo();
    expect(play.said).toEqual([
      'claim of sales running',
      'contact of U_ANA waived undone',
      'verdict of U_ANA waived undone',
    ]);
  });

  it('are marketing’s while it is sent back, owed to who sent it', () => {
    const play = new PromisePlay().after(1).claim().after(1).reject('bad_contact_data');
    expect(play.running).toMatchObject([
      { kind: 'mend', owedBy: 'marketing', owedTo: 'U_ANA', target: 1080 },
    ]);
    expect(play.after(60).mend().said.slice(3)).toEqual(['mend of marketing kept', 'claim of sales running']);
  });

  it('are none for an old lead out of a file, until somebody takes it', () => {
    const play = new PromisePlay({ cardChannel: null }, { isCarded: false });
    expect(play.after(5).snooze().said).toEqual([]);
    expect(play.after(5).claim().said).toEqual(['contact of U_ANA running', 'verdict of U_ANA running']);
    const judged = new PromisePlay({ cardChannel: null }, { isCarded: false });
    expect(judged.after(5).reject().said).toEqual([]);
  });

  it('keep the working time that they were made in', () => {
    const night = { ...SETTINGS, calendar: { ...SETTINGS.calendar, from: '08:00', to: '12:00' } };
    const play = new PromisePlay({}, { settings: night });
    expect(play.running[0]?.calendar).toMatchObject({ from: '08:00', to: '12:00', leave: [] });
    expect(due(play)).toEqual(['claim by Wed 2026-11-18 10:00']);
  });

  it('do not wait for an owner’s leave to remind, but give the owner the days', () => {
    const leave = [{ from: '2026-11-18', to: '2026-11-20' }];
    const ben = { id: BEN, leave, hours: null, timezone: null, region: null } as never;
    const play = new PromisePlay({}, { settings: { ...SETTINGS, people: new Map([[BEN, ben]]) } });
    play.after(4).claim(BEN);
    expect(due(play)[0]).toBe('contact by Mon 2026-11-23 09:19');
    expect(inBerlin(play.running[0]?.lookAt ?? 0)).toBe('Tue 2026-11-17 17:31');
  });
});

describe('When reminders look at them', () => {
  const look = ({ running }: PromisePlay) =>
    running.map(({ kind, lookAt }) => `${kind} ${lookAt === null ? 'later' : inBerlin(lookAt)}`);

  it('is near their end, the verdict after the contact', () => {
    const play = new PromisePlay();
    expect(look(play)).toEqual(['claim Tue 2026-11-17 15:51']);
    expect(look(play.after(4).claim())).toEqual(['contact Tue 2026-11-17 17:31', 'verdict later']);
    expect(look(play.after(10).contacted())).toEqual(['verdict Mon 2026-11-23 14:29']);
  });

  it('is after the end of a snooze; but what nobody has is looked at all the same', () => {
    expect(look(new PromisePlay().snooze())).toEqual(['claim Tue 2026-11-17 15:51']);
    const play = new PromisePlay().after(4).claim().after(1).contacted();
    expect(look(play.snooze())).toEqual(['verdict Mon 2026-11-30 14:20']);
  });

  it('is never for a test', () => {
    expect(look(new PromisePlay({ isTest: true }))).toEqual(['claim later']);
  });
});

const ANY = [
  (play: PromisePlay) => play.claim(),
  (play: PromisePlay) => play.claim(BEN),
  (play: PromisePlay) => play.assign(),
  (play: PromisePlay) => play.contacted(),
  (play: PromisePlay) => play.qualify(),
  (play: PromisePlay) => play.reject(),
  (play: PromisePlay) => play.reject('bad_contact_data'),
  (play: PromisePlay) => play.reject('bad_timing'),
  (play: PromisePlay) => play.release(),
  (play: PromisePlay) => play.releaseSilent(),
  (play: PromisePlay) => play.deactivate(),
  (play: PromisePlay) => play.handOver(),
  (play: PromisePlay) => play.snooze(),
  (play: PromisePlay) => play.reopen(),
  (play: PromisePlay) => play.wake(),
  (play: PromisePlay) => play.mend(),
  (play: PromisePlay) => play.mergeIn(),
  (play: PromisePlay) => play.mergeIn(null),
  (play: PromisePlay) => play.undo(),
  (play: PromisePlay) => play.undo(),
];

/** All that the law forbids to have changed between two moments of one row. */
function wrongs(before: TeamPromise, after: TeamPromise | undefined, wasUndone: boolean): string[] {
  if (!after) return ['a row is gone'];
  const facts = ({ kind, about, owedBy, owedTo, startedAt, dueAt, target, calendar }: TeamPromise) =>
    JSON.stringify({ kind, about, owedBy, owedTo, startedAt, dueAt, target, calendar });
  const found = facts(before) === facts(after) ? [] : ['a row was rewritten'];
  if (before.end && !wasUndone && JSON.stringify(before.end) !== JSON.stringify(after.end))
    found.push('an ended row was touched');
  return found;
}

describe('Through any life of a lead', () => {
  it.each(Array.from({ length: times(300) }, (_, n) => SEED + n))(
    'the promises hold their law (way %i)',
    (seed) => {
      const { pick, below } = chance(seed);
      const play = new PromisePlay({ isTest: seed % 10 === 0, priority: seed % 2 ? 'hot' : 'standard' });
      for (let step = 0; step < 25; step++) {
        const before = new Map(play.rows);
        const brokenBefore = [...before.values()].filter((row) => isBroken(row, play.now));
        play.after(below(8) === 0 ? below(20_000) : below(90));
        const run = pick(ANY) ?? ANY[0];
        play.tries(() => run?.(play));
        const wasUndone = play.moves.at(-1)?.kind === 'undone';
        expect([...before.values()].flatMap((row) => wrongs(row, play.rows.get(row.id), wasUndone))).toEqual(
          [],
        );
        const kinds = play.running.map(({ kind }) => kind);
        expect(kinds).toEqual([...new Set(kinds)]);
        for (const { id } of brokenBefore) expect(isBroken(play.rows.get(id)!, play.now)).toBe(true);
        expect(owed(play)).toEqual(kinds.toSorted());
      }
    },
  );
});

/** What the lead as it is asks for. */
function owed({ lead: { state, claimedAt, contactedAt } }: PromisePlay): string[] {
  if (state === 'new') return ['claim'];
  if (state === 'returned') return ['mend'];
  if (state !== 'claimed') return [];
  if (claimedAt === null) return ['take'];
  return contactedAt === null ? ['contact', 'verdict'] : ['verdict'];
}
