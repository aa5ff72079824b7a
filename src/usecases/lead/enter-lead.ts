import { type ToldFacts, toldFacts } from '../../domain/lead/entry-draft.ts';
import type { NamedLead } from '../../domain/lead/lead.ts';
import { assertReach } from '../../domain/lead/ways-to-reach.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { countAtBooth } from '../../store/lead/booth.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { claimOnArrival } from './claim-on-arrival.ts';
import { type EntryForm, prepareEntryIn } from './prepare-entry.ts';
import { receiveIn } from './receive-leads.ts';
import { chosenSource } from './suggest-sources.ts';

export interface EnterLeadInput {
  person: PersonId;
  /** Where they stand: the channel that the form was opened in. */
  channel: string;
  /** One filling-in of the form: the same twice is the same lead. */
  entryId: string;
  entered: EnteredLead;
}

export interface EnteredLead extends ToldFacts {
  source: string;
  name: string;
  company: string;
  /** An e-mail address, a phone number, or both, as typed. */
  reach: string;
  message: string | null;
  isHot: boolean;
  isTest: boolean;
  /** The person takes it themselves. */
  claims: boolean;
}

export interface EntryResult {
  lead: NamedLead;
  /** How many this person has saved here today. */
  savedToday: number;
}

/** A lead that a person met and enters by hand. */
export function enterLead(ctx: Context, input: EnterLeadInput): Promise<EntryResult> {
  return perform(ctx, input.person, (work) => enterIn(work, input));
}

export interface EnteredAndNext {
  last: EntryResult;
  next: EntryForm;
}

/** At a trade fair the form stays open: what is saved, and what the form for the next visitor begins with. */
export function enterNextLead(ctx: Context, input: EnterLeadInput): Promise<EnteredAndNext> {
  return perform(ctx, input.person, async (work) => ({
    last: await enterIn(work, input),
    next: await prepareEntryIn(work, input),
  }));
}

async function enterIn(work: Work, input: EnterLeadInput): Promise<EntryResult> {
  const { person, channel, entered } = input;
  const source = await chosenSource(work, entered.source);
  const facts = { ...factsOf(input, work.now), source };
  const { claims } = entered;
  const [received] = await receiveIn(work, [facts], { post: 'all', isTaken: claims });
  const isNews = received !== undefined && !received.duplicate;
  if (isNews && claims) await claimOnArrival(work, person, received.id);
  const day = dayIn(work.settings.timezone, work.now);
  const booth = { person, channel, day, source, claims, saved: isNews ? 1 : 0 };
  return { lead: facts, savedToday: await countAtBooth(work.tx, booth) };
}

function factsOf({ entered, entryId }: EnterLeadInput, now: number) {
  const { name, company, message, isHot, isTest, reach } = entered;
  const priority = isHot ? ('hot' as const) : ('standard' as const);
  const told = toldFacts(entered, now);
  return { externalId: entryId, name, company, message, priority, isTest, ...told, ...assertReach(reach) };
}
