import { nagMessage, nagPost } from '../../domain/announcements/team.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Nag, type NagId, POST_GATHERS_FOR } from '../../domain/nag/nag.ts';
import type { LeadPromiseKind, NagStep } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import { targetOf } from '../../domain/team/place.ts';
import { findLatestPost, insertNag } from '../../store/nag/nag.ts';
import type { Work } from '../work.ts';
import { chooseRecipients } from './choose-recipients.ts';

interface Saying {
  promise: TeamPromise;
  step: NagStep;
  lead: Lead;
}

/** One step of one lead. In the channel it joins the post of the leads that came due a moment before it. */
export async function sayNag(work: Work, { promise, step, lead }: Saying): Promise<void> {
  const { tx, now, newId } = work;
  const begun = step.how === 'channel' ? await findLatestPost(tx, now - POST_GATHERS_FOR) : null;
  const nag: Nag = {
    id: newId('nag') as NagId,
    leadId: lead.id,
    promiseId: promise.id,
    promise: promise.kind as LeadPromiseKind,
    step: step.step,
    cycleAt: promise.cycleAt,
    sentAt: now,
    postAt: step.how === 'channel' ? (begun ?? now) : null,
  };
  if (!(await insertNag(tx, nag))) return;
  // Whoever was called by the post is not called again by what is written into it.
  const { isBeyondCap } = begun === null ? await chooseRecipients(work, { nag, step, lead }) : CALLS_NOBODY;
  if (nag.postAt !== null) await work.announce(nagPost(nag.postAt, targetOf(work.settings, 'leads')));
  else if (!isBeyondCap) await work.announce(nagMessage(nag, step, lead));
}

const CALLS_NOBODY = { isBeyondCap: false };
