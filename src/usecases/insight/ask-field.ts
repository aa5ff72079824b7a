import { defaultDueDate } from '../../domain/insight/due-date.ts';
import { type InsightKind, parseRequestText } from '../../domain/insight/insight-kind.ts';
import { ask, type InsightRequestId, type RequestFacts } from '../../domain/insight/insight-request.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { insertRequest } from '../../store/insight/request.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { announceRequest } from './announce-request.ts';

export interface RequestDraft {
  kind: InsightKind | null;
  topic: string;
  dueDate: string;
}

/** What the modal starts from; `typed` is what stood behind `/insight`. */
export async function draftRequest(ctx: Context, typed: string): Promise<RequestDraft> {
  const settings = await ctx.db.transaction(loadSettings);
  return { ...parseRequestText(typed), dueDate: defaultDueDate(settings, ctx.clock.now()) };
}

export interface AskInput {
  /** The modal's id: submitted twice, it asks once. */
  submission: string;
  person: PersonId;
  asking: RequestFacts;
}

export async function askField(ctx: Context, { submission, person, asking }: AskInput): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const { fieldChannel, timezone } = await loadSettings(tx);
    const id = ctx.newId('request') as InsightRequestId;
    const request = ask(asking, { id, by: person, now, today: dayIn(timezone, now), fieldChannel });
    if (await insertRequest(tx, request, submission)) await announceRequest(ctx, tx, request, now);
  });
}
