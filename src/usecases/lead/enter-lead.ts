import { leadTitle } from '../../domain/lead/lead.ts';
import { assertReach } from '../../domain/lead/ways-to-reach.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { countAtBooth } from '../../store/lead/booth.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { claimOnArrival } from './claim-on-arrival.ts';
import { receiveLeadsIn } from './receive-leads.ts';

export interface EnterLeadInput {
  person: PersonId;
  /** Where they stand: the channel that the form was opened in. */
  channel: string;
  /** One filling-in of the form: the same twice is the same lead. */
  entryId: string;
  entered: EnteredLead;
}

export interface EnteredLead {
  source: string;
  name: string;
  company: string;
  /** An e-mail address, a phone number, or both, as typed. */
  reach: string;
  message: string | null;
  segment: string | null;
  isHot: boolean;
  /** The person takes it themselves. */
  claims: boolean;
}

export interface EntryResult {
  /** Raw text. */
  title: string;
  /** How many this person has saved here today. */
  savedToday: number;
}

/** A lead that a person met and notes down, at a trade fair above all. */
export async function enterLead(ctx: Context, input: EnterLeadInput): Promise<EntryResult> {
  const now = ctx.clock.now();
  const { entered: jotted } = input;
  const facts = factsOf(input);
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    const options = { actor: input.person, post: 'all', isTaken: jotted.claims } as const;
    const [received] = await receiveLeadsIn(ctx, tx, { inputs: [facts], options, now });
    const isNews = received !== undefined && !received.duplicate;
    const { person, channel } = input;
    const { source, claims } = jotted;
    if (isNews && claims) await claimOnArrival(ctx, tx, { person, leadId: received.id, settings, now });
    const day = dayIn(settings.timezone, now);
    const stand = { person, channel, day, source, claims, saved: isNews ? 1 : 0 };
    return { title: leadTitle(facts), savedToday: await countAtBooth(tx, stand) };
  });
}

function factsOf({ entered: jotted, entryId }: EnterLeadInput) {
  const { source, name, company, message, segment } = jotted;
  const priority = jotted.isHot ? ('hot' as const) : ('standard' as const);
  return {
    source,
    externalId: entryId,
    name,
    company,
    message,
    segment,
    priority,
    ...assertReach(jotted.reach),
  };
}
