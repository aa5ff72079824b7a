import { leadBack, leadDm, leadProposed } from '../../domain/announcements/lead.ts';
import { nagMessage, nagPost } from '../../domain/announcements/team.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isDaily, isLeftOvernight, recipientsOf, saidStep } from '../../domain/nag/ladder.ts';
import { ruleOf } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import { personOf } from '../../domain/promise/promise.ts';
import { targetOf } from '../../domain/team/place.ts';
import { listNagsOfCycle } from '../../store/nag/nag.ts';
import type { Work } from '../work.ts';
import { askedPeople } from './asked-people.ts';
import { correctDaily, nagDaily, owedDaily, waitingDaily } from './daily-messages.ts';
import { correctLeaveBack } from './tell-who-is-back.ts';

/**
 * Whatever was said of promises that have ended, or whose steps count again, says so from now on, in its place: nobody is left with a button that
 * means nothing any more. `before`: as they were; `after`: those of them that have changed. Costs nothing where nothing was said.
 */
export async function correctNags(
  work: Work,
  before: readonly TeamPromise[],
  after: readonly TeamPromise[],
): Promise<void> {
  for (const promise of before) {
    const now = after.find(({ id }) => id === promise.id);
    const isOver = now !== undefined && (now.end !== null || now.said === null);
    if (promise.end === null && promise.said !== null && isOver) await correct(work, promise);
  }
  for (const id of new Set(after.map(({ owedBy }) => personOf(owedBy))))
    if (id) await correctLeaveBack(work, id);
}

async function correct(work: Work, promise: TeamPromise): Promise<void> {
  if (isDaily(saidStep(promise))) {
    const asked = await askedPeople(work.tx, promise);
    for (const id of recipientsOf(promise, { settings: work.settings, asked }))
      await correctDaily(work, owedDaily(id, work));
    if (isLeftOvernight(promise, work)) await correctDaily(work, waitingDaily(work));
  }
  if (ruleOf(promise.kind).about === 'lead') await correctOwnNags(work, promise);
}

/** Lines in the thread stay: they are its history. */
async function correctOwnNags(work: Work, promise: TeamPromise): Promise<void> {
  const owner = personOf(promise.owedBy);
  const nags = await listNagsOfCycle(work.tx, promise);
  for (const nag of nags) {
    const step = ruleOf(promise.kind).steps.find((each) => each.step === nag.step);
    if (nag.postAt !== null) await work.announceAgain(nagPost(nag.postAt, targetOf(work.settings, 'leads')));
    else if (step?.how === 'dm' && owner)
      await work.announceAgain(nagMessage(nag, step, { id: nag.leadId, cardChannel: null, owner }));
  }
  if (owner && nags.length > 0) await correctDaily(work, nagDaily(owner, work));
}

/** What put the lead before somebody when it came to be as it was says what has become of it. */
export async function correctReminders({ settings, announceAgain }: Work, from: Lead): Promise<void> {
  const { owner, state, version } = from;
  if (owner) await announceAgain(leadDm(from, owner));
  if (state !== 'new') return;
  if (version > 1) await announceAgain(leadBack(from));
  const proposed = settings.routing.rules.find(({ mode }) => mode === 'propose')?.people[0];
  if (proposed) await announceAgain(leadProposed(from, proposed.person));
}
