/** `/tango settings`, its menu, and the modals in which managers change how the team works. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { assertMayManage } from '../../../domain/team/change-settings.ts';
import { SETTING_SECTIONS, type SettingSection } from '../../../domain/team/setting-lines.ts';
import { AppError } from '../../../errors.ts';
import { changeSettings } from '../../../usecases/team/change-settings.ts';
import { viewAuditLog } from '../../../usecases/team/view-audit-log.ts';
import { viewSettings } from '../../../usecases/team/view-settings.ts';
import { viewTeam } from '../../../usecases/team/view-team.ts';
import { SETTINGS, SETTINGS_MODAL } from '../../action-ids.ts';
import { auditLogModal } from '../../views/settings/audit-log-modal.ts';
import { sectionModal } from '../../views/settings/section-modal.ts';
import { settingsMenu } from '../../views/settings/settings-menu.ts';
import { refusalResponse } from '../hear/form.ts';
import { type Click, type ListenerDeps, onClick, onSubmit, type Submission } from '../hear/listen.ts';
import { drawMenuAnew } from './draw-menu-anew.ts';
import { openOrPush } from './open-or-push.ts';
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
  await slack.openView(triggerId, settingsMenu(await viewTeam(ctx, person)));
}

async function onSection({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const section = SETTING_SECTIONS.find((known) => known === value);
  if (!section) throw new AppError('invalid', 'This part of the settings is not known any more.');
  const settings = await viewSettings(ctx);
  assertMayManage(settings, person);
  await slack.pushView(triggerId, sectionModal(section, settings));
}

async function onAudit({ ctx, slack }: ListenerDeps, click: Click): Promise<void> {
  await openOrPush(slack, click, auditLogModal(await viewAuditLog(ctx)));
}

async function onSaved(
  deps: ListenerDeps,
  submission: Submission,
  section: SettingSection,
): Promise<ViewResponseAction | null> {
  const { person, values } = submission;
  try {
    await changeSettings(deps.ctx, { person, change: (now) => readSection(section, values, now) });
    drawMenuAnew(deps, submission);
    return null;
  } catch (refusal) {
    const settings = await viewSettings(deps.ctx);
    const again = (notice: string) => sectionModal(section, settings, notice);
    return refusalResponse(refusal, { values, again });
  }
}
