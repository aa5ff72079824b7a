/** What the field was asked for and has told in a week, and which wins are worth asking about. */
import type { InsightKind } from '../insight/insight-kind.ts';
import type { InsightRequest, InsightRequestId } from '../insight/insight-request.ts';
import type { LeadId } from '../lead/lead.ts';
import { nameKey } from '../source/fold.ts';
import type { PersonId } from '../team/actor.ts';
import { DAY } from '../time/duration.ts';

export interface WinFact {
  leadId: LeadId;
  segment: string | null;
  /** Who won it. */
  owner: PersonId | null;
  /** Epoch ms. */
  wonAt: number;
}

export interface StoriesFacts {
  /** In the week. */
  asked: number;
  told: number;
  published: number;
  /** Open, and due by the end of the week; the longest due first. */
  overdue: readonly OverdueRequest[];
  /** Of the last year. */
  wins: readonly WinFact[];
  /** Of stories that were not declined. */
  storied: readonly { leadId: LeadId | null; segment: string | null }[];
  /** Segments for which somebody is asked already. */
  askedSegments: readonly string[];
}

export interface OverdueRequest extends Pick<InsightRequest, 'kind' | 'topic' | 'people' | 'dueDate'> {
  requestId: InsightRequestId;
}

export interface WorthAsking extends WinFact {
  kind: Extract<InsightKind, 'case_study' | 'testimonial'>;
  /** Of the segment within the year; 1 for a win that is told of by itself. */
  wins: number;
}

export interface StoriesOfWeek extends Pick<StoriesFacts, 'asked' | 'told' | 'published'> {
  overdue: OverdueRequest[];
  worth: WorthAsking[];
  /** Those that are left out of the two lists. */
  more: { overdue: number; worth: number };
}

export const NO_STORIES: StoriesOfWeek = {
  ...{ asked: 0, told: 0, published: 0, overdue: [], worth: [] },
  more: { overdue: 0, worth: 0 },
};

const LISTED = { overdue: 10, worth: 5 };

export function storiesOfWeek(facts: StoriesFacts, now: number): StoriesOfWeek {
  const { asked, told, published } = facts;
  const worth = worthAsking(facts, now);
  return {
    ...{ asked, told, published },
    overdue: facts.overdue.slice(0, LISTED.overdue),
    worth: worth.slice(0, LISTED.worth),
    more: {
      overdue: Math.max(0, facts.overdue.length - LISTED.overdue),
      worth: Math.max(0, worth.length - LISTED.worth),
    },
  };
}

const FRESH = 60 * DAY;

/** Segments with wins and no story, those with most wins first; then wins of late that no story tells of. */
function worthAsking({ wins, storied, askedSegments }: StoriesFacts, now: number): WorthAsking[] {
  const told = new Set(storied.flatMap(({ segment }) => (segment ? [nameKey(segment)] : [])));
  const asked = new Set(askedSegments.map(nameKey));
  const untold = wins.filter((win) => !storied.some(({ leadId }) => leadId === win.leadId));
  const latest = untold.toSorted((a, b) => b.wonAt - a.wonAt || (a.leadId < b.leadId ? -1 : 1));
  const bySegment = Map.groupBy(latest, ({ segment }) => segment && nameKey(segment));
  const items: WorthAsking[] = [];
  for (const [segment, of] of bySegment) {
    const [last] = of;
    if (segment && asked.has(segment)) continue;
    if (segment && last && !told.has(segment)) items.push({ ...last, kind: 'case_study', wins: of.length });
    else {
      const kind = segment ? 'testimonial' : 'case_study';
      items.push(
        ...of.filter(({ wonAt }) => wonAt > now - FRESH).map((win) => ({ ...win, kind, wins: 1 }) as const),
      );
    }
  }
  const isOfSegment = ({ segment, kind }: WorthAsking) => Number(segment !== null && kind === 'case_study');
  return items.toSorted((a, b) => isOfSegment(b) - isOfSegment(a) || b.wins - a.wins || b.wonAt - a.wonAt);
}

export function hasStories({ asked, told, published, overdue, worth }: StoriesOfWeek): boolean {
  return asked + told + published + overdue.length + worth.length > 0;
}
