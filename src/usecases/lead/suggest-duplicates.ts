import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { MATCHED_BY } from '../../domain/lead/match.ts';
import { holdsWords, wordsOf } from '../../domain/lead/search.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findLeadsByKey, findLeadsByWords } from '../../store/lead/lead-search.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

interface Asked {
  leadId: LeadId;
  person: PersonId;
  typed: string;
}

export interface Suggested {
  leads: Lead[];
  timezone: string;
}

/** More are no help to whoever looks for one: they type another word. */
const SHOWN = 30;
/** Some are found by letters that only look alike, or by what the person may not see. */
const LOOKED_AT = 100;

/**
 * The leads that this one may duplicate, as the person may see them: those of the same e-mail, phone, company and name first, then what holds
 * all words that are typed. Nobody finds by an address what they may not see the address of.
 */
export function suggestDuplicates(ctx: Context, { leadId, person, typed }: Asked): Promise<Suggested> {
  return perform(ctx, person, async ({ tx, settings }) => {
    const lead = await findLead(tx, leadId);
    if (!lead) throw refuse('lead_not_found');
    const words = wordsOf(typed);
    const likely = await findLikely(tx, lead);
    const others = await findLeadsByWords(tx, words, { not: leadId, limit: LOOKED_AT });
    const found = new Map([...likely, ...others].map((each) => [each.id, each]));
    const leads = [...found.values()]
      .map((each) => leadFor(person, each, settings))
      .filter((each) => holdsWords(each, words))
      .slice(0, SHOWN);
    return { leads, timezone: settings.timezone };
  });
}

async function findLikely(tx: Tx, lead: Lead): Promise<Lead[]> {
  const asked = { not: lead.id, limit: SHOWN };
  const likely: Lead[] = [];
  for (const by of MATCHED_BY) {
    const key = lead.keys[by];
    if (key !== null) likely.push(...(await findLeadsByKey(tx, { by, key }, asked)));
  }
  for (const name of [lead.name, lead.company]) {
    const words = wordsOf(name ?? '');
    if (words.length === 0) continue;
    const found = await findLeadsByWords(tx, words, asked);
    likely.push(...found.filter((each) => holdsWords(each, words)));
  }
  return likely;
}
