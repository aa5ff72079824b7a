/**
 * Channels of the team that are shared with another company: everybody there reads what we post. How to reach leads, and money, stay out
 * of them unless a manager lets them in. Cards that hang there already are drawn again; lines below them stay as they are.
 *
 * Asked of Slack by usecases/team/watch-sharing, kept with the settings, obeyed by messages.
 */
import type { Lead } from '../lead/lead.ts';
import type { LeadEvent } from '../lead/lead-event.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
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

/** As in a channel of which nothing is known. */
export function withoutContact(lead: Lead): Lead {
  return { ...lead, email: null, phone: null };
}

export function coverLead(lead: Lead): Lead {
  return { ...withoutContact(lead), value: null };
}

export function coverEvent<Event extends LeadEvent>(event: Event): Event {
  return 'value' in event.data ? { ...event, data: { ...event.data, value: null } } : event;
}

/** Without any amount: as for a week in which none was recorded. */
export function coverScorecard(scorecard: Scorecard): Scorecard {
  const { metrics, sources, agenda } = scorecard;
  return {
    ...scorecard,
    spend: null,
    otherSpend: [],
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([id, compared]) => [id, coverFigures(compared)]),
    ) as Scorecard['metrics'],
    sources: sources.map((row) => ({ ...row, spend: null })),
    agenda: agenda.filter(({ point }) => point.code !== 'no_spend'),
  };
}

type Compared = Scorecard['metrics'][keyof Scorecard['metrics']];

function coverFigures(compared: Compared): Compared {
  const covered = Object.entries(compared).map(([when, figure]) => [
    when,
    figure.kind === 'cost' ? { ...figure, minor: null } : figure,
  ]);
  return Object.fromEntries(covered) as Compared;
}
