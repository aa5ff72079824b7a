import { z } from 'zod';
import { leadCard } from '../../domain/announcements/lead.ts';
import { BULK_FROM } from '../../domain/delivery/backlog.ts';
import type { ImportId } from '../../domain/import/import.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { type LeadInput, type PostRule, type ReceivedMove, receive } from '../../domain/lead/receive.ts';
import { promisesAtArrival } from '../../domain/promise/lead-promises.ts';
import { refuse } from '../../domain/refusals.ts';
import { withSpelled } from '../../domain/source/source.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { AppError } from '../../errors.ts';
import { insertMade, type Made } from '../../store/import/import.ts';
import { insertLeads } from '../../store/lead/lead.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { writePromises } from '../../store/promise/promise.ts';
import type { Context } from '../context.ts';
import { answerOnce, type Delivery } from '../delivery/answer-once.ts';
import { routeLeads } from '../routing/route-leads.ts';
import { resolveOrigins } from '../source/resolve-origins.ts';
import { orderOf, perform, type Work } from '../work.ts';
import { type FillFate, fillKnown, tellFillings } from './fill-known.ts';
import { findKnown, recordMatches } from './find-matches.ts';
import { mergeRepeats, type ReceivedRepeat } from './merge-repeats.ts';
import { type NewInput, type ReceivedLead as NewsAnswer, sortByNews } from './sort-by-news.ts';
import { ofSourcesHere } from './sources-here.ts';
import { reasonsToldBy, type ToldFate, tellOfKnown } from './tell-histories.ts';

export type { LeadInput, PostRule };

export interface ReceiveOptions {
  post: PostRule;
  /** `new` where it is left out. */
  undated?: 'new' | 'old';
  /** The file that brings them: what it made is kept, to be taken back. */
  importId?: ImportId | undefined;
  /** Whoever brings it takes it: it is nobody else's turn. */
  isTaken?: boolean;
  /**
   * `fill`: leads that are here are filled where they are empty, and found by the id alone where what brings them names another source. `tell`: what
   * could be filled is only answered.
   */
  fills?: 'fill' | 'tell';
  /** An id that is another person's here is not taken, and is answered so; else it is taken under an id of its own. */
  refusesOthers?: boolean;
}

export interface ReceivedLead extends NewsAnswer {
  /** What became of what its sender told of the life of a lead that is here. */
  told?: ToldFate;
  /** What of it was filled, or could be. */
  filled?: FillFate;
}

export const ReceivedLead: z.ZodType<ReceivedLead, unknown> = z.object({
  id: z.string().transform((id) => id as LeadId),
  duplicate: z.boolean(),
});

const Answer = z.object({ leads: z.array(ReceivedLead) });

/**
 * Takes leads in, all or none, in the order given. The same (source, external id) twice is one lead, whether it came before, comes
 * twice in this call, or arrives in another process at this very moment.
 */
export function receiveLeads(
  ctx: Context,
  inputs: readonly LeadInput[],
  { by, ...options }: ReceiveOptions & { by: Actor },
): Promise<ReceivedLead[]> {
  return perform(ctx, by, (work) => receiveIn(work, inputs, options), { order: orderOf(by) });
}

interface LeadCall {
  leads: readonly LeadInput[];
  options: ReceiveOptions;
  /** By which a repeated call gets the first one's answer; null: every call is news. */
  delivery: Delivery | null;
}

/** The same for a program's call. Throws `invalid` for a delivery key that was used for another body. */
export async function receiveLeadCall(
  ctx: Context,
  { leads, options, delivery }: LeadCall,
): Promise<{ leads: ReceivedLead[]; isRepeat: boolean }> {
  const { answer, isRepeat } = await perform(ctx, 'api', (work) =>
    answerOnce(work, {
      delivery,
      answer: Answer,
      run: async () => {
        const received = await receiveIn(work, leads, { ...options, refusesOthers: true });
        assertNobodyElse(received, leads);
        return { leads: received };
      },
    }),
  );
  return { leads: answer.leads, isRepeat };
}

/** A program can be asked to mend its ids, and is told of all of them at once. */
function assertNobodyElse(received: readonly ReceivedLead[], leads: readonly LeadInput[]): void {
  const problems = received.flatMap(({ isAnother }, index) => {
    if (!isAnother) return [];
    const field = leads.length === 1 ? 'externalId' : `${index}.externalId`;
    const { refusal } = refuse('id_of_another', { externalId: leads[index]?.externalId ?? '' });
    return [{ field, refusal }];
  });
  const [first] = problems;
  if (first) throw new AppError('conflict', first.refusal, { problems });
}

/** The same in a unit of work that has begun. */
export async function receiveIn(
  work: Work,
  given: readonly LeadInput[],
  options: ReceiveOptions,
): Promise<ReceivedLead[]> {
  const inputs = options.fills === 'fill' ? await ofSourcesHere(work, given) : given;
  const { answers, news } = await sortByNews(work, inputs, { refusesOthers: options.refusesOthers ?? false });
  const moves = await receiveNews(work, news, options);
  const leads = moves.map((move) => move.lead);
  const { matches: found, firsts } = await findKnown(work, leads);
  const { taken, repeats, inserted } = await insertNews(work, moves, firsts);
  await recordReceived(work, taken);
  const lost = new Set(leads.map(({ id }) => id).filter((id) => !inserted.has(id)));
  const matches = found.filter(({ lead, earlier }) => !lost.has(lead.id) && !lost.has(earlier.id));
  await recordMatches(work, matches);
  for (const id of await mergeRepeats(work, repeats)) inserted.add(id);
  const isMatched = new Set(matches.map(({ lead }) => lead.id));
  // Somebody knows whom we have met before: such a lead is not for whose turn it is.
  const fresh = taken
    .map((move) => move.lead)
    .filter(({ id, state }) => state === 'new' && !isMatched.has(id));
  if (!options.isTaken) await routeLeads(work, fresh);
  const filled = await fillThoseHere(work, { inputs, answers, inserted }, options);
  const told = await tellOfThoseHere(work, inputs, answers);
  const made = [...filled.made, ...told.made];
  if (options.importId) await recordMade(work, options.importId, { inserted, moves: made });
  const all = answers.map((answer, index): ReceivedLead => {
    const fate = told.fates.get(index);
    const fill = filled.fates.get(index);
    return fate || fill ? { ...answer, ...(fate && { told: fate }), ...(fill && { filled: fill }) } : answer;
  });
  return inserted.size === moves.length ? all : answersOfWinners(work, { answers: all, inputs, inserted });
}

/** By the place in the delivery. A lead that came earlier in it is here by now. */
async function tellOfThoseHere(
  work: Work,
  inputs: readonly LeadInput[],
  answers: readonly ReceivedLead[],
): Promise<{ fates: Map<number, ToldFate>; made: Made[] }> {
  const told = answers.flatMap(({ id, duplicate, isAnother }, index) => {
    const history = inputs[index]?.history;
    return duplicate && !isAnother && history ? [{ index, id, history }] : [];
  });
  if (told.length === 0) return { fates: new Map(), made: [] };
  const { fates, made } = await tellOfKnown(work, told);
  return { fates: new Map(told.map(({ index }, at) => [index, fates[at] ?? 'known'])), made };
}

interface Answered {
  inputs: readonly LeadInput[];
  answers: readonly ReceivedLead[];
  inserted: ReadonlySet<LeadId>;
}

/** By the place in the delivery. */
async function fillThoseHere(
  work: Work,
  { inputs, answers, inserted }: Answered,
  { fills, importId }: ReceiveOptions,
): Promise<{ fates: Map<number, FillFate>; made: Made[] }> {
  if (!fills) return { fates: new Map(), made: [] };
  const told = answers.flatMap(({ id, duplicate, isAnother }, index) => {
    const input = inputs[index];
    return duplicate && !isAnother && input ? [{ index, id, input }] : [];
  });
  const { fates, made } =
    fills === 'fill'
      ? await fillKnown(work, told)
      : { fates: await tellFillings(work, told, { importId, inserted }), made: [] };
  return { fates: new Map(told.map(({ index }, at) => [index, fates[at] ?? null])), made };
}

/** In the order of the ids, which is that of the index. */
async function recordMade(
  { tx }: Work,
  importId: ImportId,
  { inserted, moves }: { inserted: ReadonlySet<LeadId>; moves: readonly Made[] },
): Promise<void> {
  const leads = [...inserted].sort().map((leadId) => ({ leadId, eventId: null }));
  await insertMade(tx, importId, [...leads, ...moves]);
}

interface News {
  taken: ReceivedMove[];
  repeats: ReceivedRepeat[];
  inserted: Set<LeadId>;
}

/** All but repeats, which point to what must be there. One whose first another process has taken in at this very moment stands for itself. */
async function insertNews(
  { tx }: Work,
  moves: readonly ReceivedMove[],
  firsts: ReadonlyMap<LeadId, Lead>,
): Promise<News> {
  const news = moves.filter(({ lead }) => !firsts.has(lead.id));
  const inserted = await insertLeads(tx, leadsOf(news));
  const lost = new Set(leadsOf(news).flatMap(({ id }) => (inserted.has(id) ? [] : id)));
  const [repeats, freed]: [ReceivedRepeat[], ReceivedMove[]] = [[], []];
  for (const move of moves) {
    const first = firsts.get(move.lead.id);
    if (!first) continue;
    if (lost.has(first.id)) freed.push(move);
    else repeats.push({ move, first });
  }
  for (const id of await insertLeads(tx, leadsOf(freed))) inserted.add(id);
  return { taken: [...news, ...freed].filter(({ lead }) => inserted.has(lead.id)), repeats, inserted };
}

function leadsOf(moves: readonly ReceivedMove[]): Lead[] {
  return moves.map(({ lead }) => lead);
}

async function receiveNews(
  work: Work,
  news: readonly NewInput[],
  options: ReceiveOptions,
): Promise<ReceivedMove[]> {
  const { now, settings, by: actor } = work;
  const origins = await resolveOrigins(
    work,
    news.map(({ input }) => input),
  );
  const reasonOf = await reasonsToldBy(
    work,
    news.map(({ input }) => input.history),
  );
  return news.map(({ id, input }, index) => {
    const { source = null, campaign = null, spelled } = origins[index] ?? {};
    const named = { ...input, source: source?.name ?? null, campaign: campaign?.name ?? null };
    const reason = reasonOf(input.history);
    const move = receive(named, { undated: 'new', ...options, actor, id, now, settings, reason });
    return spelled ? { ...move, lead: withSpelled(move.lead, spelled) } : move;
  });
}

async function recordReceived(work: Work, moves: readonly ReceivedMove[]): Promise<void> {
  const received = moves.map((move) => ({ ...move, id: work.newId('event') }));
  const events = received.flatMap(({ id, lead, event, told }) => [
    { ...event, id, leadId: lead.id, before: null },
    ...told.map((step) => ({ ...step, id: work.newId('event'), leadId: lead.id, before: null })),
  ]);
  await insertLeadEvents(work.tx, events);
  const seen = received.filter(({ isCarded }) => isCarded);
  await writePromises(
    work.tx,
    seen.flatMap(({ lead, id }) => promisesAtArrival(lead, id, work)),
  );
  const isBulk = work.by === 'import' || moves.length > BULK_FROM;
  await work.announce(...moves.map(({ lead }) => leadCard(lead, { isBulk })));
}

interface LostRace {
  answers: readonly ReceivedLead[];
  inputs: readonly LeadInput[];
  inserted: ReadonlySet<LeadId>;
}

/** Another process inserted the same delivery between our look and our insert: its lead is the answer. */
async function answersOfWinners(
  work: Work,
  { answers, inputs, inserted }: LostRace,
): Promise<ReceivedLead[]> {
  const lost = answers.flatMap((answer, index) => (inserted.has(answer.id) ? [] : (inputs[index] ?? [])));
  const winners = (await sortByNews(work, lost, { refusesOthers: true })).answers.values();
  return answers.map((answer) =>
    inserted.has(answer.id) ? answer : { ...answer, ...winners.next().value, duplicate: true },
  );
}
