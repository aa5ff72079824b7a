import { LONG_SOURCE, type OfferedSources, offerSources, wholeSource } from '../../domain/lead/source.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { listSourceNames } from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { findSources } from '../source/resolve-origins.ts';
import { perform, type Work } from '../work.ts';
import { prepareEntryIn } from './prepare-entry.ts';

interface Asked {
  person: PersonId;
  /** Where the form was opened; null where that is not known. */
  channel: string | null;
  typed: string;
}

/** The sources that somebody may mean who has typed this: those of leads and of rules for routing. The one of their booth comes first. */
export function suggestSources(ctx: Context, asked: Asked): Promise<OfferedSources> {
  return perform(ctx, asked.person, async (work) => {
    const known = new Set([...(await sourceAtBooth(work, asked)), ...(await knownTo(work))]);
    return offerSources(asked.typed, [...known]);
  });
}

async function sourceAtBooth(work: Work, { person, channel }: Asked): Promise<string[]> {
  if (channel === null) return [];
  const { source } = await prepareEntryIn(work, { person, channel });
  return source === null ? [] : [source];
}

/** What a rule names without a lead of it so far is as it stands in the rule. */
async function knownTo({ tx, settings }: Known): Promise<string[]> {
  const ofLeads = await listSourceNames(tx);
  const ofRules = namedByRules(settings);
  const found = await findSources({ tx }, ofRules);
  const unknown = ofRules.filter((source) => !found.has(source));
  return [...ofLeads, ...new Set(unknown)].sort((a, b) => a.localeCompare(b, 'en'));
}

function namedByRules({ routing }: Known['settings']): string[] {
  return routing.rules.flatMap(({ sources }) => sources);
}

type Known = Pick<Work, 'tx' | 'settings'>;

/** By any of its names. A new one may be a slip of the pen: whoever names it is told that it is new. */
export function isSourceKnown({ db }: Context, name: string): Promise<boolean> {
  return db.transaction(async (tx) => (await findSources({ tx }, [name])).size > 0);
}

/** What was chosen, as it is stored: a menu may hold the beginning of a long one. */
export async function chosenSource({ tx, settings }: Known, chosen: string): Promise<string> {
  return chosen.length < LONG_SOURCE
    ? chosen
    : wholeSource(chosen, [...(await listSourceNames(tx)), ...namedByRules(settings)]);
}
