import { defaultDueDate } from '../../domain/insight/due-date.ts';
import { type InsightKind, parseAsk } from '../../domain/insight/insight-kind.ts';
import { type Asking, ask, type InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { dayIn } from '../../domain/time/day.ts';
import { insertRequest } from '../../store/insight.ts';
import { loadSettings } from '../../store/settings.ts';
import type { Context } from '../context.ts';
import { showRequest } from './show-request.ts';

export interface RequestDraft {
  kind: InsightKind | null;
  topic: string;
  dueDate: string;
}

/** What the modal starts from; `typed` is what stood behind `/insight`. */
export async function draftRequest(ctx: Context, typed: string): Promise<RequestDraft> {
  const settings = await ctx.db.transaction(loadSettings);
  return { ...parseAsk(typed), dueDate: defaultDueDate(settings, ctx.clock.now()) };
}

export interface AskInput {
  /** The modal's id: submitted twice, it asks once. */
  submission: string;
  person: PersonId;
  asking: Asking;
}

export async function askField(ctx: Context, { submission, person, asking }: AskInput): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const { fieldChannel, timezone } = await loadSettings(tx);
    const id = ctx.newId('request') as InsightRequestId;
    const request = ask(asking, { id, by: person, now, today: dayIn(timezone, now), fieldChannel });
    if (await insertRequest(tx, request, submission)) await showRequest(ctx, tx, request, now);
  });
}
