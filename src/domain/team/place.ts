/**
 * Where the team's messages stand. Each place is a channel that managers choose; while none is named, what is to be shown there waits under
 * the place's own name, which is the name of no channel in Slack.
 *
 * Followed by usecases/place: what waits, and the cards of open leads, go to the channel that is chosen next.
 */
import type { Settings } from './settings.ts';

export const PLACES = ['leads', 'field', 'marketing', 'scorecard'] as const;
export type PlaceName = (typeof PLACES)[number];

type Channels = Pick<Settings, 'leadsChannel' | 'fieldChannel' | 'marketingChannel' | 'scorecardChannel'>;

/** The channel of the place, or what stands for it while there is none. */
export function targetOf(settings: Channels, place: PlaceName): string {
  return settings[`${place}Channel`] ?? unnamed(place);
}

export function targetsOf(settings: Channels): Record<PlaceName, string> {
  const of = (place: PlaceName) => targetOf(settings, place);
  return { leads: of('leads'), field: of('field'), marketing: of('marketing'), scorecard: of('scorecard') };
}

export function unnamed(place: PlaceName): string {
  return `${UNNAMED_PREFIX}${place}`;
}

/** Null: it stands for a channel that nobody has named. */
export function channelAt(target: string | null): string | null {
  return target?.startsWith(UNNAMED_PREFIX) ? null : target;
}

/** No id of Slack's begins so. */
export const UNNAMED_PREFIX = '#';
