/** A source, or a campaign, in two lines: what came from it lately, whose it is, and how else it is written. */
import type { CampaignDays } from '../../../domain/source/change-sources.ts';
import type { ListedCampaign, ListedSource } from '../../../domain/source/source-list.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { escapeText, person } from '../kit/text.ts';
import { sayNearDay } from '../kit/times.ts';

/** Of a name of two hundred characters. */
const NAME_SHOWN = 100;
const SPELLINGS_SHOWN = 5;

function nameOf({ name }: { name: string }): string {
  return `*${escapeText(clip(name, NAME_SHOWN))}*`;
}

export function sourceLine(thing: ListedSource | ListedCampaign, campaigns = 0): string {
  const { leads, spend, owner } = thing;
  const facts = [
    nameOf(thing),
    count(leads, 'lead'),
    ...(spend ? [sayMoney(spend)] : []),
    ...(owner ? [person(owner)] : []),
    ...(campaigns > 0 ? [count(campaigns, 'campaign')] : []),
    ...('startsOn' in thing ? daysOf(thing) : []),
  ];
  const also = alsoOf(thing, SPELLINGS_SHOWN);
  return [facts.join(' · '), ...(also === null ? [] : [also])].join('\n');
}

function daysOf({ startsOn, endsOn }: CampaignDays): string[] {
  if (startsOn === null && endsOn === null) return [];
  const [from, to] = [startsOn, endsOn].map((day) => day && sayNearDay(day));
  if (from && to) return [`${from} – ${to}`];
  return [from ? `from ${from}` : `until ${to}`];
}

/** Null: it is written in no other way. */
export function alsoOf(
  { name, spellings }: Pick<ListedSource, 'name' | 'spellings'>,
  most: number,
): string | null {
  const others = spellings.filter(({ text }) => text !== name);
  if (others.length === 0) return null;
  const said = others
    .slice(0, most)
    .map(({ text, isId }) => (isId ? `id ${escapeText(clip(text, 60))}` : `“${escapeText(clip(text, 60))}”`));
  const more = others.length - said.length;
  return `also ${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
