import { z } from 'zod';
import type { LeadId } from '../../domain/lead/lead.ts';
import {
  type MessagePlace,
  mayAnswerIn,
  messageExternalId,
  messageUrl,
} from '../../domain/lead/message-place.ts';
import { mention } from '../../domain/lead/refusals.ts';
import { assertReach } from '../../domain/lead/ways-to-reach.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { AppError } from '../../errors.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { upsertPostedMessage } from '../../store/outbox/posted-message.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { answerOnce } from '../delivery/answer-once.ts';
import { claimOnArrival } from './claim-on-arrival.ts';
import { leadOfMessage } from './prepare-message-lead.ts';
import { receiveLeadsIn } from './receive-leads.ts';

export interface MessageLeadInput {
  person: PersonId;
  place: MessagePlace;
  facts: MessageLeadFacts;
}

/** As typed; how to reach them may be in the message or found out later. */
export interface MessageLeadFacts {
  source: string;
  name: string | null;
  company: string | null;
  reach: string | null;
  message: string | null;
  isHot: boolean;
  claims: boolean;
}

const Answer = z.object({ leadId: z.string(), by: z.string().nullable() });

/** A message in Slack becomes a lead, once; its thread hears of it. Refuses who comes second: what they typed went nowhere. */
export async function makeLeadFromMessage(ctx: Context, input: MessageLeadInput): Promise<LeadId> {
  const facts = toFacts(input);
  const delivery = { route: 'slack message', key: facts.externalId, bodyHash: '' };
  const { leadId, by } = await answerOnce(ctx, {
    delivery,
    answer: Answer,
    work: async (tx, now) => {
      const known = await leadOfMessage(tx, input.place);
      return known ? { leadId: known, by: null } : take(ctx, tx, { input, facts, now });
    },
  });
  if (by !== input.person) {
    throw new AppError(
      'conflict',
      `${by ? mention(by as PersonId) : 'Somebody'} has made this message a lead already.`,
    );
  }
  return leadId as LeadId;
}

type Facts = ReturnType<typeof toFacts>;

function toFacts({ place, facts }: MessageLeadInput) {
  const { source, name, company, reach, message, isHot } = facts;
  if (!name && !company && !reach) throw nobody();
  const url = messageUrl(place);
  return {
    ...{ source, name, company, message, externalId: messageExternalId(place) },
    ...(reach ? assertReach(reach) : {}),
    priority: isHot ? ('hot' as const) : ('standard' as const),
    fields: url ? { 'Slack message': url } : ({} as Record<string, string>),
  };
}

function nobody(): AppError {
  const message = 'Who is it? A name, a company or a way to reach them is needed.';
  return new AppError('invalid', message, { problems: [{ field: 'name', message }] });
}

async function take(
  ctx: Context,
  tx: Tx,
  { input, facts, now }: { input: MessageLeadInput; facts: Facts; now: number },
): Promise<z.infer<typeof Answer>> {
  const { person, place } = input;
  const options = { actor: person, post: 'all', isTaken: input.facts.claims } as const;
  const [received] = await receiveLeadsIn(ctx, tx, { inputs: [facts], options, now });
  if (!received) throw new Error('A lead was taken without an answer');
  const leadId = received.id;
  const settings = await loadSettings(tx);
  if (input.facts.claims) await claimOnArrival(ctx, tx, { person, leadId, settings, now });
  if (mayAnswerIn(place.channel)) await tellThread(ctx, tx, { leadId, place, now });
  return { leadId, by: person };
}

async function tellThread(
  ctx: Context,
  tx: Tx,
  { leadId, place, now }: { leadId: LeadId; place: MessagePlace; now: number },
): Promise<void> {
  const { channel, threadTs } = place;
  const key = `lead_message:${channel}:${threadTs}`;
  await upsertPostedMessage(tx, { key, message: { channel, ts: threadTs }, now });
  const line = { kind: 'message_lead', ref: leadId, target: channel, threadOf: key } as const;
  await enqueue(tx, line, { id: ctx.newId('outbox'), now });
}
