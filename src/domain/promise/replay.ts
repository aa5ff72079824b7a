/**
 * The promises that were made before promises were rows, from the history of what they are about: each move is played again, by the targets
 * and working times of today, since those of then are not known.
 */
import type { InsightRequest } from '../insight/insight-request.ts';
import type { Lead, LeadLife } from '../lead/lead.ts';
import type { LeadEvent } from '../lead/lead-event.ts';
import { standing } from '../lead/undo.ts';
import type { Nag } from '../nag/nag.ts';
import type { Story, StoryStep } from '../story/story.ts';
import { type Making, promisesAfterMove, promisesAtArrival } from './lead-promises.ts';
import type { TeamPromise } from './promise.ts';
import { promisesAfterStoryMove, type StoryMoved } from './story-promises.ts';

type PastEvent = LeadEvent & { id: string; before: LeadLife | null };
type PastMove = PastEvent & { before: LeadLife };

/** In the order in which it happened. */
export interface LeadHistory {
  lead: Lead;
  events: readonly PastEvent[];
  nags: readonly Pick<Nag, 'promise' | 'step' | 'sentAt'>[];
}

export function replayLead({ lead, events, nags }: LeadHistory, making: Making): TeamPromise[] {
  const moves = events.filter((event): event is PastMove => event.before !== null);
  const rows = new Map<string, TeamPromise>();
  const keep = (changed: readonly TeamPromise[]) => {
    for (const row of changed) rows.set(row.id, row);
  };
  const arrival = events.find(({ kind }) => kind === 'received');
  const first: Lead = { ...lead, ...(moves[0]?.before ?? {}) };
  if (arrival && lead.cardChannel !== null) keep(promisesAtArrival(first, arrival.id, making));
  for (const [n, move] of moves.entries()) {
    const moved = {
      from: { ...lead, ...move.before },
      to: { ...lead, ...(moves[n + 1]?.before ?? {}) },
      ...{ event: move, eventId: move.id, at: move.at, undoes: undoneBy(move, moves.slice(0, n)) },
    };
    keep(
      promisesAfterMove(
        [...rows.values()].filter((row) => moved.undoes || row.end === null),
        moved,
        making,
      ),
    );
  }
  return [...rows.values()].map((row) => withNags(row, nags));
}

/** Undo takes back the last move that stands, and so does taking two apart where nothing has happened since they were merged. */
function undoneBy({ kind }: PastMove, before: readonly PastMove[]): string | null {
  if (kind !== 'undone' && kind !== 'split') return null;
  const last = standing(before).at(-1);
  if (kind === 'undone') return last?.id ?? null;
  return kind === 'split' && last?.kind === 'merged' ? last.id : null;
}

/** What was said is not said again. */
function withNags(row: TeamPromise, nags: LeadHistory['nags']): TeamPromise {
  if (row.end !== null) return row;
  const sent = nags.filter(({ promise, sentAt }) => promise === row.kind && sentAt >= row.cycleAt);
  const told = sent.find(({ step }) => step === 'manager');
  const latest = sent.toSorted((a, b) => a.sentAt - b.sentAt).at(-1);
  return latest ? { ...row, said: latest.step, toldAt: told?.sentAt ?? null } : row;
}

export interface RequestHistory {
  /** Null for stories that nobody asked for. */
  request: InsightRequest | null;
  stories: readonly { story: Story; steps: readonly (StoryStep & { id: string })[] }[];
}

export function replayRequest({ request, stories }: RequestHistory, making: Making): TeamPromise[] {
  const open = request && ({ ...request, state: 'open' } as const);
  const told = stories.flatMap(({ story, steps }) =>
    steps.map((step): StoryMoved => {
      const isTaken = step.kind === 'accepted' || step.kind === 'published';
      const state = isTaken ? 'answered' : 'open';
      return {
        ...{ name: step.kind, by: step.actor, at: step.at, eventId: step.id, story },
        request: open && { ...open, state },
      };
    }),
  );
  const asked: StoryMoved[] = open
    ? [{ name: 'asked', by: open.askedBy, at: open.askedAt, eventId: open.id, story: null, request: open }]
    : [];
  const rows = new Map<string, TeamPromise>();
  for (const moved of [...asked, ...told.sort((a, b) => a.at - b.at)]) {
    const about = [moved.story?.id, moved.request?.id];
    const running = [...rows.values()].filter(
      (row) => row.end === null && about.includes(row.about as never),
    );
    for (const row of promisesAfterStoryMove(running, moved, making)) rows.set(row.id, row);
  }
  return [...rows.values()];
}
