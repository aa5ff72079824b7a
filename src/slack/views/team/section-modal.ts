import type { ModalView } from '@slack/types';
import type { SettingSection } from '../../../domain/team/setting-values.ts';
import type { Settings } from '../../../domain/team/settings.ts';
import { SETTINGS_MODAL } from '../../action-ids.ts';
import type { TangoBlock } from '../kit/blocks.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { admittedFields } from './admitted-fields.ts';
import { channelFields } from './channel-fields.ts';
import { contactFields } from './contact-fields.ts';
import { hourFields } from './hour-fields.ts';
import { peopleFields } from './people-fields.ts';
import { promiseFields } from './promise-fields.ts';
import { scorecardFields } from './scorecard-fields.ts';
import { SECTION_TITLES } from './settings-menu.ts';

const FIELDS: Record<SettingSection, (settings: Settings) => TangoBlock[]> = {
  channels: channelFields,
  people: peopleFields,
  admitted: admittedFields,
  hours: hourFields,
  promises: promiseFields,
  contact: contactFields,
  scorecard: scorecardFields,
};

/** One part of the settings, to be changed. `notice` is said on top where it could not be saved; what was typed stays. */
export function sectionModal(name: SettingSection, settings: Settings, notice?: string): ModalView {
  return modal({
    callbackId: SETTINGS_MODAL[name],
    title: SECTION_TITLES[name],
    submit: 'Save',
    blocks: [...movedNotice(notice), ...FIELDS[name](settings)],
  });
}
