import { assign, handOver, reopen, snooze } from '../../domain/lead/assign.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { undo } from '../../domain/lead/undo.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { instantOn } from '../../domain/time/day.ts';
import { findLastMove } from '../../store/lead/lead-event.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import type { Context } from '../context.ts';
import { type MoveInput, type MoveScene, moveLead } from './move-lead.ts';

export interface PassOnInput extends MoveInput {
  to: PersonId;
  note: string | null;
}

/** The one who gets it is told by a direct message with the buttons. */
export function assignLead(ctx: Context, input: PassOnInput): Promise<Lead> {
  return moveLead(ctx, input, async (scene) => {
    const move = assign(scene.lead, scene.by, { person: input.to, note: input.note }, scene.now);
    await tell(ctx, scene, input.to);
    return move;
  });
}

export function handOverLead(ctx: Context, input: PassOnInput): Promise<Lead> {
  return moveLead(ctx, input, async (scene) => {
    const move = handOver(scene.lead, scene.by, { person: input.to, note: input.note }, scene.now);
    await tell(ctx, scene, input.to);
    return move;
  });
}

/** Nobody needs a message about what they gave to themselves. `ref` is "lead/version": each hand-over is told. */
async function tell(ctx: Context, { tx, lead, by, now }: MoveScene, to: PersonId): Promise<void> {
  if (to === by.person) return;
  const message = { kind: 'lead_dm', ref: `${lead.id}/${lead.version + 1}`, target: to } as const;
  await enqueue(tx, message, { id: ctx.newId('outbox'), now });
}

/** Quiet until the team's working day begins on `date` (YYYY-MM-DD). */
export function snoozeLead(ctx: Context, input: MoveInput & { date: string }): Promise<Lead> {
  return moveLead(ctx, input, ({ lead, by, now, settings }) => {
    const { timezone, calendar } = settings;
    return snooze(lead, by, instantOn(timezone, input.date, calendar.from), now);
  });
}

export function reopenLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, ({ lead, by, now }) => reopen(lead, by, now));
}

export function undoMove(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, async ({ lead, by, now, tx }) =>
    undo(lead, by, await findLastMove(tx, lead.id), now),
  );
}
