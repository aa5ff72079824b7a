/** What is announced of the team itself: Homes, nags, the definition, the scorecard, troubles. */
import {
  type Announcement,
  announcement,
  type MessageKey,
  messageKey,
  type SignedNews,
} from '../announcement.ts';
import type { BroughtFile } from '../brought-file/brought-file.ts';
import type { Proposal } from '../definition/proposal.ts';
import type { Goal } from '../goal/goal.ts';
import type { Lead } from '../lead/lead.ts';
import type { Nag } from '../nag/nag.ts';
import type { NagStep } from '../promise/kinds.ts';
import { partsOf } from '../scorecard/parts.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import type { PersonId } from '../team/actor.ts';
import type { AskedAbout } from '../team/asked-about.ts';
import type { Leave } from '../team/person.ts';
import { cardKey } from './lead.ts';

export function personHome(person: PersonId): Announcement {
  return announcement('home', { person }, { target: person });
}

export function privateAnswer(answerId: string, person: PersonId): Announcement {
  return announcement('private_answer', { answerId }, { target: person });
}

export function broughtFile({ id, person }: Pick<BroughtFile, 'id' | 'person'>): Announcement {
  return announcement('brought_file', { id }, { target: person });
}

/** `excluded`: they are not let in, and read why. */
export function helpDm(
  person: PersonId,
  conversation: string,
  about: AskedAbout | 'excluded' | null,
): Announcement {
  return announcement('help_dm', { person, conversation, about: about ?? 'all' }, { target: person });
}

type NaggedLead = Pick<Lead, 'id' | 'owner' | 'cardChannel'>;

/** To whom the step says: the owner, else the card's thread. Null: the lead has no card. */
export function nagMessage(nag: Pick<Nag, 'id'>, { how }: NagStep, lead: NaggedLead): Announcement | null {
  const ref = { nagId: nag.id };
  if (how === 'dm' && lead.owner) return announcement('nag', ref, { target: lead.owner });
  if (lead.cardChannel === null) return null;
  return announcement('nag', ref, { target: lead.cardChannel, threadOf: cardKey(lead) });
}

/** The one post for all leads that come due from then on, for a few minutes. */
export function nagPost(at: number, target: string): Announcement {
  return announcement('nag_post', { at }, { target });
}

/** What waits in the channel since an earlier day. */
export function waitingPost(day: string, target: string): Announcement {
  return announcement('waiting_post', { day }, { target });
}

/** What one person hears of nags in a day, beyond the cap. */
export function nagDigest(person: PersonId, day: string): Announcement {
  return announcement('nag_digest', { person, day }, { target: person });
}

/** The old message says where it is now, once it is there. */
export function messageMoved(key: MessageKey, from: { channel: string; ts: string }): Announcement {
  return announcement('message_moved', { ts: from.ts, key }, { target: from.channel, threadOf: key });
}

/** What one person owes, waits for or is told as a manager, on one day. */
export function owedDigest(person: PersonId, day: string): Announcement {
  return announcement('owed_digest', { person, day }, { target: person });
}

/** What passed while they were away. */
export function leaveBack(person: PersonId, { from, to }: Leave): Announcement {
  return announcement('leave_back', { person, from, to }, { target: person });
}

interface Deactivation {
  person: PersonId;
  released: number;
  qualified: number;
  at: number;
}

export function personDeactivated(facts: Deactivation, manager: PersonId): Announcement {
  return announcement('person_gone', { ...facts, manager }, { target: manager });
}

/** Each time that the trouble comes back it is told again. */
export function troubleNotice(subject: string, at: number, manager: PersonId): Announcement {
  return announcement('notice', { manager, at, subject }, { target: manager });
}

/** The one post of a proposal: who has signed, or that it counts. */
export function definitionPost({ version, channel }: Proposal): Announcement {
  return announcement('definition_post', { version }, { target: channel });
}

/** To who has proposed it. */
export function definitionDm({ version, proposedBy }: Proposal, about: SignedNews): Announcement {
  return announcement('definition_dm', { version, about }, { target: proposedBy });
}

/** The one post of a goal that is proposed: who has signed, that it counts, or how it ended. */
export function goalPost({ id, channel }: Goal): Announcement {
  return announcement('goal_post', { goalId: id }, { target: channel });
}

export function goalDm({ id, proposedBy }: Goal, about: SignedNews): Announcement {
  return announcement('goal_dm', { goalId: id, about }, { target: proposedBy });
}

/** The head first and its thread after. */
export function scorecardThread(scorecard: Scorecard, target: string, hasMoved: boolean): Announcement[] {
  const { week } = scorecard;
  const threadOf = messageKey('scorecard_head', { week });
  const parts = partsOf(scorecard, hasMoved).map((part) =>
    announcement('scorecard_part', { week, part }, { target, threadOf }),
  );
  return [announcement('scorecard_head', { week }, { target }), ...parts];
}
