import { expect, it } from 'vitest';
import { replayLead, replayRequest } from '../../../src/domain/promise/replay.ts';
import { ANA } from '../../support/people.ts';
import { PromisePlay } from '../../support/promise-play.ts';
import { sampleRequest, sampleStory } from '../../support/sample-insight.ts';
import { SETTINGS, sampleLead } from '../../support/sample-lead.ts';

const making = () => {
  let ids = 0;
  return { settings: SETTINGS, newId: (kind: string) => `${kind}_${++ids}` };
};

it('A history that is played again makes the promises that its moves made', () => {
  const play = new PromisePlay().after(4).claim().after(5).release().after(1).undo().after(9).contacted();
  const received = { kind: 'received', at: play.lead.createdAt, actor: 'api', data: {} } as const;
  const events = [{ ...received, id: 'event_1', before: null }, ...play.moves];
  const made = replayLead({ lead: play.lead, events, nags: [] }, making());
  const facts = ({ kind, dueAt, end, lookAt, startMove }: (typeof made)[number]) => ({
    kind,
    dueAt,
    end,
    lookAt,
    startMove,
  });
  expect(made.map(facts)).toEqual([...play.rows.values()].map(facts));
});

it('An old lead out of a file has none of before somebody took it', () => {
  const lead = sampleLead({ cardChannel: null });
  const received = {
    kind: 'received',
    at: 0,
    actor: 'import',
    data: {},
    id: 'event_1',
    before: null,
  } as const;
  expect(replayLead({ lead, events: [received], nags: [] }, making())).toEqual([]);
});

it('A request and the stories told for it owe what they owed', () => {
  const request = sampleRequest({ state: 'answered' });
  const at = request.askedAt;
  const step = (kind: 'told' | 'accepted', after: number) =>
    ({ kind, at: at + after, actor: ANA, note: null, id: `event_${after}` }) as const;
  const stories = [{ story: sampleStory(), steps: [step('told', 5), step('accepted', 9)] }];
  const made = replayRequest({ request, stories }, making());
  expect(made.map(({ kind, end }) => [kind, end?.how, end?.at])).toEqual([
    ['answer', 'kept', at + 5],
    ['decide', 'kept', at + 9],
  ]);
});
