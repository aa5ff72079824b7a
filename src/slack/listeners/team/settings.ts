/** `/tango settings`, its menu, and the modals in which managers change how the team works. */
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../../domain/team/actor.ts';
import { SETTING_SECTIONS, type SettingSection } from '../../../domain/team/setting-values.ts';
import { AppError, inWords } from '../../../errors.ts';
import { changeSettings } from '../../../usecases/team/change-settings.ts';
import { loadAuditLog } from '../../../usecases/team/load-audit-log.ts';
import { viewSettings } from '../../../usecases/team/load-settings.ts';
import { loadTeam } from '../../../usecases/team/load-team.ts';
import { prepareSettings } from '../../../usecases/team/prepare-settings.ts';
import { noKey, SETTINGS_MODAL } from '../../action-ids.ts';
import { auditLogModal } from '../../views/team/audit-log-modal.ts';
import { sectionModal } from '../../views/team/section-modal.ts';
import { settingsMenu } from '../../views/team/settings-menu.ts';
import type { Click } from '../edge/click.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { type FormListener, onForm } from '../edge/on-form.ts';
import { readSection } from './read-settings-form.ts';

/** For a click in App Home and for the command. */
export async function openSettings(
  deps: ListenerDeps,
  { person, triggerId }: Pick<Click, 'person' | 'triggerId'>,
): Promise<void> {
  await deps.slack.openView(triggerId, await drawMenu(deps, person));
}

/** For whoever may name managers: where none is left, that is anybody. */
export async function openPeople(
  { ctx, slack }: ListenerDeps,
  { person, triggerId }: Pick<Click, 'person' | 'triggerId'>,
): Promise<void> {
  await slack.openView(triggerId, sectionModal('people', await prepareSettings(ctx, person)));
}

/** As it holds now, for this person. */
export async function drawMenu({ ctx }: ListenerDeps, person: PersonId): Promise<ModalView> {
  return settingsMenu(await loadTeam(ctx, person));
}

export async function onSection(
  { ctx, slack }: ListenerDeps,
  { person, value, triggerId }: Click,
): Promise<void> {
  const section = SETTING_SECTIONS.find((known) => known === value);
  if (!section) throw new AppError('invalid', inWords('This part of the settings is not known any more.'));
  await slack.openView(triggerId, sectionModal(section, await prepareSettings(ctx, person)));
}

export async function onAudit({ ctx, slack }: ListenerDeps, click: Click): Promise<void> {
  await slack.openView(click.triggerId, auditLogModal(await loadAuditLog(ctx)));
}

export const SECTION_FORMS: readonly FormListener[] = SETTING_SECTIONS.map(sectionForm);

function sectionForm(section: SettingSection): FormListener {
  return onForm({
    callbackId: SETTINGS_MODAL[section],
    key: noKey,
    submit: async ({ ctx }, { person, values }) => {
      await changeSettings(ctx, { person, change: (now) => readSection(section, values, now) });
    },
    scene: ({ ctx }) => viewSettings(ctx),
    draw: (settings, { notice }) => sectionModal(section, settings, notice),
  });
}
