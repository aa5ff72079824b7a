import { loadLeadScene } from '../../../usecases/lead/load-lead-scene.ts';
import { detailsModal } from '../../views/lead/details-modal.ts';
import type { LeadHandler } from './lead-click.ts';

export const openDetails: LeadHandler = async ({ ctx, slack }, click) => {
  const { settings, reason, ...scene } = await loadLeadScene(ctx, click);
  const words = { reasonLabel: reason?.label ?? null, timezone: settings.timezone };
  await slack.openView(click.triggerId, detailsModal({ ...scene, ...words }));
};
