/**
 * Channels of the team that are shared with another company: everybody there reads what we post. How to reach leads, and money, stay out
 * of them unless a manager lets them in. Cards that hang there already are drawn again; lines below them stay as they are.
 *
 * Asked of Slack by usecases/team/watch-sharing, kept with the settings, obeyed by messages.
 */
import type { Lead, NamedLead } from '../lead/lead.ts';
import type { ChangedFact, LeadEvent, MendableField, RightPerson } from '../lead/lead-event.ts';
import { HIDDEN, hideReach, mayReach } from '../lead/ways-to-reach.ts';
import type { AgendaPoint } from '../scorecard/agenda-point.ts';
import type { Figure } from '../scorecard/figure.ts';
import type { WeekMoved } from '../scorecard/moved.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import type { PersonId } from './actor.ts';
import type { Settings } from './settings.ts';

/** Where we post what many read. */
export function teamChannels(settings: Settings): string[] {
  const { leadsChannel, fieldChannel, marketingChannel, scorecardChannel } = settings;
  const named = [leadsChannel, fieldChannel, marketingChannel, scorecardChannel];
  return [...new Set(named.filter((channel) => channel !== null))];
}

/** What is posted there says neither how to reach a lead nor any amount. */
export function isCovered(
  { sharing, showsToConnected }: Pick<Settings, 'sharing' | 'showsToConnected'>,
  channel: string | null,
): boolean {
  return !showsToConnected && sharing.some((each) => each.channel === channel && each.isShared);
}

/**
 * The lead as everybody in the channel may see it. How to reach it is no part of that either where the team shows it to its owner alone: a
 * nameless lead would be called by its e-mail.
 */
export function leadIn(channel: string | null, lead: Lead, settings: Settings): Lead {
  if (isCovered(settings, channel)) return coverLead(lead);
  return settings.contactShownTo === 'channel' ? lead : withoutContact(lead);
}

/** What the lead is called there, which is all that a scorecard says of it. */
export function nameIn(channel: string | null, lead: NamedLead, settings: Settings): NamedLead {
  const isShown = !isCovered(settings, channel) && settings.contactShownTo === 'channel';
  if (isShown) return lead;
  const { name, company, externalId } = lead;
  return {
    ...{ name: named(name), company: named(company), externalId: named(externalId) },
    ...{ email: null, phone: null },
  };
}

/** The same for what happened to it: notes are written by people as well. */
export function eventIn<Event extends LeadEvent>(
  channel: string | null,
  event: Event,
  settings: Settings,
): Event {
  if (isCovered(settings, channel)) return eventWithoutContact(coverEvent(event));
  return settings.contactShownTo === 'channel' ? event : eventWithoutContact(event);
}

/** What somebody has written, as everybody in the channel may read it. */
export function wordsIn(channel: string | null, words: string, settings: Settings): string {
  const isOpen = settings.contactShownTo === 'channel' && !isCovered(settings, channel);
  return isOpen ? words : hideReach(words);
}

/** The lead as this person may see it: where contact is for the owner alone, nobody else sees it anywhere. */
export function leadFor(person: PersonId, lead: Lead, settings: Settings): Lead {
  return mayReach(lead, person, settings) ? lead : withoutContact(lead);
}

/** Names of fields that hold a way to reach somebody, whatever it looks like. */
const REACHING = /mail|phone|telef|tel\b|mobil|handy|whatsapp|fax|celular|móvil|cellulare|portable/i;

/** As in a channel of which nothing is known. People write addresses and numbers into every field. */
export function withoutContact(lead: Lead): Lead {
  const hidden = (text: string | null) => text && hideReach(text);
  const fields = Object.entries(lead.fields).map(([name, value]) => [
    hideReach(name),
    REACHING.test(name) ? HIDDEN : hideReach(value),
  ]);
  return {
    ...lead,
    email: null,
    phone: null,
    name: named(lead.name),
    company: named(lead.company),
    externalId: named(lead.externalId),
    title: hidden(lead.title),
    campaign: hidden(lead.campaign),
    segment: hidden(lead.segment),
    message: hidden(lead.message),
    reason: hidden(lead.reason),
    verdictNote: hidden(lead.verdictNote),
    qualification: lead.qualification && {
      ...lead.qualification,
      nextStep: hidden(lead.qualification.nextStep),
    },
    fields: Object.fromEntries(fields),
  };
}

/** What is nothing but a way to reach them is no name. */
function named(name: string | null): string | null {
  const hidden = name && hideReach(name);
  return hidden && /[\p{L}\p{N}]/u.test(hidden) ? hidden : null;
}

export function eventWithoutContact<Event extends LeadEvent>(event: Event): Event {
  const data = Object.entries(event.data).map(([name, value]) => [name, hidden(name, value)]);
  const facts = event.kind === 'changed_there' ? { facts: event.data.facts?.map(changedWithoutReach) } : {};
  return { ...event, data: { ...Object.fromEntries(data), ...facts } };
}

function changedWithoutReach({ fact, was, is }: ChangedFact): ChangedFact {
  return { fact, was: was && hideReach(was), is: hideReach(is) };
}

const WRITTEN = ['note', 'exception', 'reason'];

function hidden(name: string, value: unknown): unknown {
  if (name === 'was') return wasWithoutReach(value as MendedWas);
  if (name === 'right' && value) return withoutReach(value as RightPerson);
  return WRITTEN.includes(name) && typeof value === 'string' ? hideReach(value) : value;
}

type MendedWas = Partial<Record<MendableField, string | null>>;

/** What was mended: what they were called, not how they were to be reached. */
function wasWithoutReach({ email: _, phone: __, ...was }: MendedWas): MendedWas {
  return Object.fromEntries(Object.entries(was).map(([field, text]) => [field, text && hideReach(text)]));
}

/** Who would have been the right one: only what they are called. */
function withoutReach({ name }: RightPerson): RightPerson | null {
  const shown = named(name);
  return shown === null ? null : { name: shown, email: null, phone: null };
}

export function coverLead(lead: Lead): Lead {
  return { ...withoutContact(lead), value: null };
}

export function coverEvent<Event extends LeadEvent>(event: Event): Event {
  return 'value' in event.data ? { ...event, data: { ...event.data, value: null } } : event;
}

function isAboutMoney({ point }: { point: AgendaPoint }): boolean {
  if (point.code === 'worst_movement') return point.now.kind === 'cost';
  return point.code === 'no_spend' || point.code === 'money_without_leads';
}

/** Without any amount: as for a week in which none was recorded. */
export function coverScorecard(scorecard: Scorecard): Scorecard {
  const { metrics, sources, answers, agenda, lastAgenda, grown } = scorecard;
  return {
    ...scorecard,
    spend: null,
    otherSpend: [],
    otherBooked: [],
    grown: grown && { ...grown, costPerWon: coverFigure(grown.costPerWon) },
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([id, compared]) => [id, coverFigures(compared)]),
    ) as Scorecard['metrics'],
    sources: sources.map((row) => ({ ...row, spend: null })),
    answers: answers.map((answer) => ({ ...answer, sentence: hideReach(answer.sentence) })),
    goals: scorecard.goals.filter(({ currency }) => currency === null),
    agenda: agenda.filter((item) => !isAboutMoney(item)),
    lastAgenda: lastAgenda && {
      ...lastAgenda,
      items: lastAgenda.items.filter((item) => !isAboutMoney(item)),
    },
  };
}

type Compared = Scorecard['metrics'][keyof Scorecard['metrics']];

function coverFigures(compared: Compared): Compared {
  const covered = Object.entries(compared).map(([when, figure]) => [when, coverFigure(figure)]);
  return Object.fromEntries(covered) as Compared;
}

/** Of weeks that have moved: neither figures about money nor the amounts that moved them. */
export function coverMoved(week: WeekMoved): WeekMoved {
  return {
    ...week,
    moved: week.moved.filter(({ now }) => !['cost', 'money', 'return'].includes(now.kind)),
    entries: week.entries?.filter(({ kind }) => kind !== 'spend') ?? null,
  };
}

function coverFigure(figure: Figure): Figure {
  if (figure.kind === 'return') return { ...figure, won: null, spent: null };
  return figure.kind === 'cost' || figure.kind === 'money' ? { ...figure, minor: null } : figure;
}
