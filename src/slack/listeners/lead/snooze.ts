import { z } from 'zod';
import type { LeadId } from '../../../domain/lead/lead.ts';
import { dayIn } from '../../../domain/time/day.ts';
import { DAY } from '../../../domain/time/duration.ts';
import { snoozeLead } from '../../../usecases/lead/assign-lead.ts';
import { loadVerdictScene, prepareSnooze } from '../../../usecases/lead/load-lead-scene.ts';
import { LEAD_MODAL, leadKey, SNOOZE_FIELD } from '../../action-ids.ts';
import { snoozeModal } from '../../views/lead/snooze-modal.ts';
import { checked } from '../edge/checked.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosenDate } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { LeadHandler } from './lead-click.ts';

export const openSnooze: LeadHandler = async ({ ctx, slack }, click) => {
  const { lead, settings } = await prepareSnooze(ctx, click);
  const tomorrow = dayIn(settings.timezone, ctx.clock.now() + DAY);
  await slack.openView(click.triggerId, snoozeModal({ lead, tomorrow }));
};

export const snoozeForm = onForm({
  callbackId: LEAD_MODAL.snooze,
  key: leadKey,
  submit,
  scene: ({ ctx }, { key: leadId, person }) => loadVerdictScene(ctx, { leadId, person }),
  draw: ({ lead }, { values, notice }) =>
    snoozeModal({ lead, tomorrow: chosenDate(values, SNOOZE_FIELD.date) ?? '', notice }),
});

const Snooze = z.object({ date: z.iso.date('Please choose a day.') });

async function submit(
  { ctx }: ListenerDeps,
  { person, key: leadId, values }: FilledForm<LeadId>,
): Promise<void> {
  const { date } = checked(Snooze, { date: chosenDate(values, SNOOZE_FIELD.date) });
  await snoozeLead(ctx, { leadId, person, date });
}
