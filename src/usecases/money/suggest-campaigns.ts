/** The campaigns that somebody may mean who enters what one cost. */
import { type OfferedSources, offerSources, wholeSource } from '../../domain/lead/source.ts';
import { assertMayRecordSpend } from '../../domain/money/spend-rules.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { listCampaignSpellings, listCampaigns } from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** By any spelling of theirs, the likeliest first; those of several sources with one name are one. Refuses whoever may not record spend. */
export function suggestCampaigns(ctx: Context, person: PersonId, typed: string): Promise<OfferedSources> {
  return perform(ctx, person, async ({ tx, settings }) => {
    assertMayRecordSpend(settings, person);
    const campaigns = await listCampaigns(tx);
    const names = new Map(campaigns.map(({ id, name }) => [id, name]));
    const spellings = await listCampaignSpellings(tx, [...names.keys()]);
    const named = new Map(spellings.map(({ text, campaignId }) => [text, names.get(campaignId) ?? text]));
    for (const name of names.values()) named.set(name, name);
    // With nothing typed yet, each once and by its own name.
    const known = typed.trim() === '' ? [...names.values()] : [...named.keys()];
    const { known: found, unknown } = offerSources(typed, known);
    return { known: [...new Set(found.map((text) => named.get(text) ?? text))], unknown };
  });
}

/** What was chosen, as it is stored: a menu may hold the beginning of a long one. */
export async function chosenCampaign({ tx }: Pick<Work, 'tx'>, chosen: string): Promise<string> {
  const names = (await listCampaigns(tx)).map(({ name }) => name);
  return wholeSource(chosen, names);
}
