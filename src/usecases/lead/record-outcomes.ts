import { z } from 'zod';
import type { FileDeal } from '../../domain/deal/deal.ts';
import type { ImportId } from '../../domain/import/import.ts';
import { type Outcome, recordOutcome } from '../../domain/lead/close.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import { matchKeys } from '../../domain/lead/match-keys.ts';
import { ownDomain } from '../../domain/lead/own-domain.ts';
import { type Money, moneyOf } from '../../domain/money/money.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { AppError } from '../../errors.ts';
import { upsertFileDeals } from '../../store/deal/file-deal.ts';
import { insertMade, type Made } from '../../store/import/import.ts';
import { findLead } from '../../store/lead/lead.ts';
import {
  findEarlierLead,
  findOnlyLeadOfCompany,
  findUnmergedLead,
  findWorkedOn,
  isAnotherLeads,
} from '../../store/lead/lead-match.ts';
import type { Context } from '../context.ts';
import { answerOnce, type Delivery } from '../delivery/answer-once.ts';
import { findLeadOfId, findSourcesOfId } from '../source/find-delivered.ts';
import { orderOf, perform, type Work } from '../work.ts';
import { recordMove } from './record-move.ts';
import { reopenByFile } from './reopen-by-file.ts';

/** By `leadId`; else by `externalId`, with `source` where it is not unique; else by the person, else by the company where it has one lead alone. */
export interface OutcomeInput {
  leadId?: LeadId;
  externalId?: string;
  source?: string | null;
  email?: string;
  /** Of the company. */
  website?: string;
  /** `open`: what its deals had closed is so no more. */
  outcome: 'won' | 'lost' | 'open';
  /** In major units. */
  value?: string | number;
  /** The team's where it is not named. */
  currency?: string;
  /** Epoch ms; now where it is not said. */
  at?: number;
  reason?: string;
  /** Of those that the outcome comes of what a file says otherwise than the one before: its import keeps them. */
  deals?: readonly FileDeal[];
  /** Ids of deals that are of other leads now. */
  gone?: readonly string[];
}

/**
 * `corrected`: it was won or lost on another day or for another value. What only adds the day to it corrects nothing. `kept`: it is open again as far as its
 * deals go, and was closed by more than them.
 */
type Recorded = { status: 'recorded' | 'corrected' | 'unchanged' | 'kept'; leadId: LeadId };
type Refused = { status: 'refused'; because: AppError };

export type OutcomeResult = Recorded | Refused;

/** Deals won and lost, as a file says it: what is refused does not keep the others. Hearing the same again changes nothing. */
export function recordOutcomes(
  ctx: Context,
  by: Actor,
  inputs: readonly OutcomeInput[],
  { importId }: { importId?: ImportId | undefined } = {},
): Promise<OutcomeResult[]> {
  return perform(
    ctx,
    by,
    async (work) => {
      const results: OutcomeResult[] = [];
      const made: Made[] = [];
      for (const input of inputs) {
        const result = await recordOrRefuse(work, input, made);
        results.push(result);
        const { deals = [], gone = [] } = input;
        if (importId && deals.length + gone.length > 0 && 'leadId' in result)
          await upsertFileDeals(work.tx, { importId, leadId: result.leadId, deals, gone, now: work.now });
      }
      if (importId) await insertMade(work.tx, importId, made);
      return results;
    },
    { order: orderOf(by) },
  );
}

/**
 * What `recordOutcomes` would come to, part by part, with nothing written: what an earlier row said of a lead counts as known. Which of several leads of one
 * address a deal is of is asked as things stand now.
 */
export function outcomePreview(ctx: Context): (inputs: readonly OutcomeInput[]) => Promise<OutcomeResult[]> {
  const after = new Map<LeadId, Lead>();
  return (inputs) =>
    perform(ctx, 'import', async (work) => {
      const results: OutcomeResult[] = [];
      for (const input of inputs) results.push(await orRefusal(() => previewOne(work, input, after)));
      return results;
    });
}

async function previewOne(work: Work, input: OutcomeInput, after: Map<LeadId, Lead>): Promise<Recorded> {
  const { lead, move, otherwise } = await decideOne(work, input, after);
  if (move) after.set(lead.id, move.lead);
  return { status: move ? statusOf(lead, move) : otherwise, leadId: lead.id };
}

function statusOf({ state, closedAt }: Lead, { event }: Move): 'recorded' | 'corrected' {
  if (event.kind === 'reopened') return 'corrected';
  return (state === 'won' || state === 'lost') && closedAt !== null ? 'corrected' : 'recorded';
}

const RecordedJson: z.ZodType<Recorded, unknown> = z.object({
  status: z.enum(['recorded', 'corrected', 'unchanged', 'kept']),
  leadId: z.string().transform((id) => id as LeadId),
});
const Answer = z.object({ outcomes: z.array(RecordedJson) });

interface OutcomeDelivery {
  by: Actor;
  outcomes: readonly OutcomeInput[];
  delivery: Delivery | null;
}

/** The same as the CRM's call says it: all or none. Throws the first refusal, with the index of its outcome as the field. */
export async function recordAllOutcomes(
  ctx: Context,
  { by, outcomes: inputs, delivery }: OutcomeDelivery,
): Promise<Recorded[]> {
  const { answer } = await perform(ctx, by, (work) =>
    answerOnce(work, {
      delivery,
      answer: Answer,
      run: async () => ({ outcomes: await recordAll(work, inputs) }),
    }),
  );
  return answer.outcomes;
}

async function recordAll(work: Work, inputs: readonly OutcomeInput[]): Promise<Recorded[]> {
  const results: Recorded[] = [];
  for (const [index, input] of inputs.entries()) {
    const result = await recordOrRefuse(work, input);
    if (result.status === 'refused') throw atOutcome(result.because, index, inputs.length);
    results.push(result);
  }
  return results;
}

/** A refusal comes before any write, so the others can go on. */
async function orRefusal(run: () => Promise<Recorded>): Promise<OutcomeResult> {
  try {
    return await run();
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { status: 'refused', because: thrown };
  }
}

function recordOrRefuse(work: Work, input: OutcomeInput, made: Made[] = []): Promise<OutcomeResult> {
  return orRefusal(() => recordOne(work, input, made));
}

async function recordOne(work: Work, input: OutcomeInput, made: Made[]): Promise<Recorded> {
  const { lead, move, otherwise } = await decideOne(work, input);
  if (!move) return { status: otherwise, leadId: lead.id };
  const { undoMove } = await recordMove(work, { from: lead, move });
  if (undoMove) made.push({ leadId: lead.id, eventId: undoMove });
  return { status: statusOf(lead, move), leadId: lead.id };
}

/** `after`: leads as earlier rows would have left them. */
async function decideOne(
  work: Work,
  input: OutcomeInput,
  after?: ReadonlyMap<LeadId, Lead>,
): Promise<Decided> {
  const stored = await findUnmergedLead(work.tx, await findLeadOfOutcome(work, input));
  if (!stored) throw refuse('no_lead_of_id', { id: input.leadId ?? '' });
  const lead = after?.get(stored.id) ?? stored;
  const { outcome } = input;
  if (outcome !== 'open')
    return {
      ...{ lead, otherwise: 'unchanged' },
      move: recordOutcome(lead, work.by, toOutcome(work, { ...input, outcome })),
    };
  const move = await reopenByFile(work, lead);
  const isClosed = lead.state === 'won' || lead.state === 'lost';
  return { lead, move, otherwise: !move && isClosed ? 'kept' : 'unchanged' };
}

interface Decided {
  lead: Lead;
  move: Move | null;
  /** What is so without a move. */
  otherwise: 'unchanged' | 'kept';
}

/** Throws a refusal where nobody is meant, or nobody alone. */
export async function findLeadOfOutcome(
  work: Work,
  { leadId, externalId, source, ...told }: Omit<OutcomeInput, 'outcome'>,
): Promise<LeadId> {
  if (leadId !== undefined) return leadId;
  const found = externalId === undefined ? 'none' : await findLeadOfId(work, { externalId, source });
  if (found === 'several') throw refuse('several_leads_of_external_id', { externalId: externalId ?? '' });
  if (found !== 'none') {
    await assertSamePerson(work, found.id, { externalId: externalId ?? '', email: told.email });
    return found.id;
  }
  const person = await findByPerson(work, told);
  if (person) return person;
  if (externalId === undefined) throw refuse(hasPerson(told) ? 'no_lead_of_person' : 'outcome_names_no_lead');
  const elsewhere = source === undefined ? [] : await findSourcesOfId(work, externalId);
  if (elsewhere.length > 0) throw refuse('lead_of_another_source', { externalId, sources: elsewhere });
  throw refuse('no_lead_of_external_id', { externalId });
}

/** A deal may name another address of its lead; one that is another lead's says that one of the two is wrong. */
async function assertSamePerson(
  { tx, settings }: Work,
  id: LeadId,
  { externalId, email }: { externalId: string; email: string | undefined },
): Promise<void> {
  if (email === undefined) return;
  const key = matchKeys({ email, phone: null, region: null, fields: {} }, settings).email;
  const lead = key === null ? null : await findLead(tx, id);
  if (!lead || key === null || lead.keys.email === null || lead.keys.email === key) return;
  if (await isAnotherLeads(tx, { by: 'email', key, id }))
    throw refuse('id_and_person_differ', { externalId });
}

type ToldPerson = Pick<OutcomeInput, 'email' | 'website'>;

function hasPerson({ email, website }: ToldPerson): boolean {
  return email !== undefined || website !== undefined;
}

/** Who wrote several times is one person: the lead that is worked on, else the newest. Of a company two leads are a question that nobody here answers. */
async function findByPerson({ tx, settings }: Work, told: ToldPerson): Promise<LeadId | null> {
  if (!hasPerson(told)) return null;
  const { email = null, website } = told;
  const facts = { email, phone: null, region: null, fields: website ? { website } : {} };
  const keys = matchKeys(facts, settings);
  if (keys.email !== null) {
    const lead =
      (await findWorkedOn(tx, 'email', keys.email)) ?? (await findEarlierLead(tx, 'email', keys.email));
    if (lead) return lead.id;
  }
  const company = ownDomain(website ?? null) ?? keys.company;
  return company === null ? null : findOnlyLeadOfCompany(tx, company);
}

function toOutcome(
  { settings, now }: Work,
  input: Omit<OutcomeInput, 'outcome'> & Pick<Outcome, 'outcome'>,
): Outcome {
  const value: Money | null =
    input.value === undefined ? null : moneyOf(input.value, input.currency ?? settings.currency);
  return { outcome: input.outcome, value, at: input.at ?? now, reason: input.reason ?? null };
}

function atOutcome({ kind, refusal }: AppError, index: number, count: number): AppError {
  return new AppError(kind, refusal, { problems: [{ field: count === 1 ? '' : String(index), refusal }] });
}
