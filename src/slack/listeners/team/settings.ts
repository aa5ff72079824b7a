/** `/tango settings`, its menu, and the modals in which managers change how the team works. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { assertMayManage } from '../../../domain/team/change-settings.ts';
import { SETTING_SECTIONS, type SettingSection } from '../../../domain/team/setting-lines.ts';
import { AppError } from '../../../errors.ts';
import { changeSettings } from '../../../usecases/team/change-settings.ts';
import { loadAuditLog } from '../../../usecases/team/load-audit-log.ts';
import { viewSettings } from '../../../usecases/team/load-settings.ts';
import { loadTeam } from '../../../usecases/team/load-team.ts';
import { SETTINGS, SETTINGS_MODAL } from '../../action-ids.ts';
import { auditLogModal } from '../../views/team/audit-log-modal.ts';
import { sectionModal } from '../../views/team/section-modal.ts';
import { settingsMenu } from '../../views/team/settings-menu.ts';
import { refusalResponse } from '../edge/form.ts';
import { type Click, type ListenerDeps, onClick, onSubmit, type Submission } from '../edge/listen.ts';
import { openOrPush } from '../edge/open-or-push.ts';
import { redrawMenu } from './redraw-menu.ts';
import { readSection } from './settings-form.ts';

export function registerSettings(app: App, deps: ListenerDeps): void {
  onClick(app, deps, SETTINGS.open, openSettings);
  onClick(app, deps, SETTINGS.section, onSection);
  onClick(app, deps, SETTINGS.audit, onAudit);
  for (const section of SETTING_SECTIONS) {
    onSubmit(app, deps, SETTINGS_MODAL[section], (at, submission) => onSaved(at, submission, section));
  }
}

/** For a click in App Home and for the command. */
export async function openSettings(
  { ctx, slack }: ListenerDeps,
  { person, triggerId }: Pick<Click, 'person' | 'triggerId'>,
): Promise<void> {
  await slack.openView(triggerId, settingsMenu(await loadTeam(ctx, person)));
}

async function onSection({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const section = SETTING_SECTIONS.find((known) => known === value);
  if (!section) throw new AppError('invalid', 'This part of the settings is not known any more.');
  const settings = await viewSettings(ctx);
  assertMayManage(settings, person);
  await slack.pushView(triggerId, sectionModal(section, settings));
}

async function onAudit({ ctx, slack }: ListenerDeps, click: Click): Promise<void> {
  await openOrPush(slack, click, auditLogModal(await loadAuditLog(ctx)));
}

async function onSaved(
  deps: ListenerDeps,
  submission: Submission,
  section: SettingSection,
): Promise<ViewResponseAction | null> {
  const { person, values } = submission;
  try {
    await changeSettings(deps.ctx, { person, change: (now) => readSection(section, values, now) });
    redrawMenu(deps, submission);
    return null;
  } catch (refusal) {
    const settings = await viewSettings(deps.ctx);
    const again = (notice: string) => sectionModal(section, settings, notice);
    return refusalResponse(refusal, { values, again });
  }
}
