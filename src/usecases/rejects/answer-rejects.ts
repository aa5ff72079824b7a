import { refuse } from '../../domain/refusals.ts';
import {
  answer,
  assertAnswerable,
  correctAnswer,
  correctable,
  type GivenAnswer,
  type RejectsMove,
  withdrawAnswer as withdraw,
} from '../../domain/rejects/answer.ts';
import { countReasons, type RejectsId, type SummedRejects, standing } from '../../domain/rejects/rejects.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { DAY } from '../../domain/time/duration.ts';
import {
  findAnswered,
  findRejects,
  insertRejectsEvent,
  listRejectedLeads,
  lockRejects,
  updateRejects,
} from '../../store/rejects/rejects.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { recordRejects } from './record-rejects.ts';
import { sumRejects } from './sum-rejects.ts';

interface Of {
  id: RejectsId;
  person: PersonId;
}

export type Answering = 'answer' | 'correct';

/** Once; whoever comes second is told that it was answered. Nothing is to be answered of what was taken back. */
export function answerRejects(
  ctx: Context,
  { id, person, given }: Of & { given: GivenAnswer },
): Promise<void> {
  return perform(ctx, person, async (work) => {
    const { now: at, settings } = work;
    const rejects = await held(work, id);
    assertAnswerable(rejects, { by: person, settings });
    const [most] = countReasons(standing(await listRejectedLeads(work.tx, id)), new Map());
    if (!most) throw refuse('rejects_undone');
    const move = answer(rejects, { ...given, reason: most.reason }, { by: person, at, settings });
    await record(work, move);
  });
}

/** Whatever has said it follows in place. */
export function correctRejectsAnswer(
  ctx: Context,
  { id, person, given }: Of & { given: GivenAnswer },
): Promise<void> {
  return perform(ctx, person, async (work) => {
    const { now: at, settings } = work;
    await record(work, correctAnswer(await held(work, id), given, { by: person, at, settings }));
  });
}

/** It is owed again. */
export function withdrawAnswer(ctx: Context, { id, person }: Of): Promise<void> {
  return perform(ctx, person, async (work) => {
    const { now: at, settings } = work;
    await record(work, withdraw(await held(work, id), { by: person, at, settings }));
  });
}

/** Refuses before anybody types what could not be taken. */
export function prepareAnswer(
  ctx: Context,
  { id, person, step }: Of & { step: Answering },
): Promise<SummedRejects> {
  return perform(ctx, person, async ({ tx, now: at, settings }) => {
    const summed = await load(tx, id);
    const by = { by: person, at, settings };
    if (step === 'correct') correctable(summed.rejects, by);
    else assertAnswerable(summed.rejects, by);
    if (step === 'answer' && summed.leads === 0) throw refuse('rejects_undone');
    return summed;
  });
}

/** The same for a modal that is open already, whatever has happened to them meanwhile. */
export function loadAnswer(ctx: Context, id: RejectsId): Promise<SummedRejects> {
  return perform(ctx, 'tango', ({ tx }) => load(tx, id));
}

/** Of the last weeks, the last first: managers may correct them. */
export function listAnswers(ctx: Context): Promise<SummedRejects[]> {
  return perform(ctx, 'tango', async ({ tx, now }) => {
    const answered = await findAnswered(tx, now - LISTED_FOR, now + 1);
    const summed: SummedRejects[] = [];
    for (const rejects of answered.toReversed().slice(0, MOST_LISTED))
      summed.push(await sumRejects(tx, rejects));
    return summed;
  });
}

const LISTED_FOR = 56 * DAY;
const MOST_LISTED = 30;

async function load(tx: Work['tx'], id: RejectsId): Promise<SummedRejects> {
  const rejects = await findRejects(tx, id);
  if (!rejects) throw refuse('rejects_not_found');
  return sumRejects(tx, rejects);
}

async function held({ tx }: Work, id: RejectsId) {
  const rejects = await lockRejects(tx, id);
  if (!rejects) throw refuse('rejects_not_found');
  return rejects;
}

async function record(work: Work, { rejects, event }: RejectsMove): Promise<void> {
  const eventId = work.newId('rejects_event');
  await work.keepGesture();
  await updateRejects(work.tx, rejects);
  await insertRejectsEvent(work.tx, { ...event, id: eventId, rejectsId: rejects.id });
  const leads = await listRejectedLeads(work.tx, rejects.id);
  await recordRejects(work, { rejects, leads, by: event.actor, eventId });
}
