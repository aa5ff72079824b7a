import { z } from 'zod';
import { foreignMessageKey, messageLead } from '../../domain/announcements/lead.ts';
import { type ToldFacts, toldFacts } from '../../domain/lead/entry-draft.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import {
  type MessagePlace,
  mayAnswerIn,
  messageExternalId,
  messageUrl,
} from '../../domain/lead/message-place.ts';
import { assertReach } from '../../domain/lead/ways-to-reach.ts';
import { refuse, refuseField } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { upsertPostedMessage } from '../../store/outbox/posted-message.ts';
import type { Context } from '../context.ts';
import { answerOnce } from '../delivery/answer-once.ts';
import { perform, type Work } from '../work.ts';
import { claimOnArrival } from './claim-on-arrival.ts';
import { findLeadOfMessage } from './prepare-message-lead.ts';
import { receiveIn } from './receive-leads.ts';
import { chosenSource } from './suggest-sources.ts';

export interface MessageLeadInput {
  person: PersonId;
  place: MessagePlace;
  facts: MessageLeadFacts;
}

/** As typed; how to reach them may be in the message or found out later. */
export interface MessageLeadFacts extends ToldFacts {
  source: string;
  name: string | null;
  company: string | null;
  reach: string | null;
  message: string | null;
  isHot: boolean;
  isTest: boolean;
  claims: boolean;
}

const Answer = z.object({
  leadId: z.string(),
  by: z
    .string()
    .transform((id) => id as PersonId)
    .nullable(),
});
type Answer = z.infer<typeof Answer>;

/** A message in Slack becomes a lead, once; its thread hears of it. Refuses who comes second: what they typed went nowhere. */
export async function makeLeadFromMessage(ctx: Context, input: MessageLeadInput): Promise<LeadId> {
  const delivery = { route: 'slack message', key: messageExternalId(input.place), bodyHash: '' };
  const { answer } = await perform(ctx, input.person, (work) =>
    answerOnce(work, { delivery, answer: Answer, run: () => receive(work, input) }),
  );
  const { leadId, by } = answer;
  if (by !== input.person) throw refuse('message_is_lead', { by });
  return leadId as LeadId;
}

function toFacts({ place, facts }: MessageLeadInput, now: number) {
  const { source, name, company, reach, message, isHot, isTest } = facts;
  if (!name && !company && !reach) throw refuseField('name', 'nobody_named');
  const url = messageUrl(place);
  return {
    ...{ source, name, company, message, isTest, externalId: messageExternalId(place) },
    ...toldFacts(facts, now),
    ...(reach ? assertReach(reach) : {}),
    priority: isHot ? ('hot' as const) : ('standard' as const),
    fields: url ? { 'Slack message': url } : ({} as Record<string, string>),
  };
}

async function receive(work: Work, input: MessageLeadInput): Promise<Answer> {
  const { person, place } = input;
  const facts = toFacts(input, work.now);
  const { claims } = input.facts;
  const known = await findLeadOfMessage(work.tx, place);
  if (known) return { leadId: known, by: null };
  const source = await chosenSource(work, facts.source);
  const [received] = await receiveIn(work, [{ ...facts, source }], { post: 'all', isTaken: claims });
  if (!received) throw new Error('A lead was taken without an answer');
  if (claims) await claimOnArrival(work, person, received.id);
  if (mayAnswerIn(place.channel)) await tellThread(work, received.id, place);
  return { leadId: received.id, by: person };
}

async function tellThread(work: Work, leadId: LeadId, { channel, threadTs }: MessagePlace): Promise<void> {
  const key = foreignMessageKey(channel, threadTs);
  await upsertPostedMessage(work.tx, { key, message: { channel, ts: threadTs }, now: work.now });
  await work.announce(messageLead({ id: leadId }, { channel, key }));
}
