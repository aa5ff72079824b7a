import type { ModalView } from '@slack/types';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { Proposal } from '../../../domain/definition/proposal.ts';
import { isForsaken } from '../../../domain/team/office.ts';
import { SETTING_SECTIONS, type SettingSection, settingValues } from '../../../domain/team/setting-values.ts';
import type { Settings } from '../../../domain/team/settings.ts';
import { SETTING_WORDS, sayAuditValue } from '../../../sentences/en/audit.ts';
import { GOAL, SETTINGS, SETTINGS_MODAL } from '../../action-ids.ts';
import { context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { person } from '../kit/text.ts';
import { MRKDWN } from '../kit/voice.ts';

export interface SettingsScene {
  settings: Settings;
  definition: Definition;
  /** Waits for signatures. */
  proposal: Proposal | null;
  /** What this person may do; what they may not has no button. */
  may: { manage: boolean; propose: boolean };
}

export const SECTION_TITLES: Record<SettingSection, string> = {
  channels: 'Channels',
  people: 'People',
  admitted: 'Who else takes part',
  hours: 'Working time',
  promises: 'Promises',
  contact: 'How to reach a lead',
  scorecard: 'Scorecard',
};

/** How the team works, and a button beside each part that this person may change. */
export function settingsMenu(scene: SettingsScene): ModalView {
  return modal({
    callbackId: SETTINGS_MODAL.menu,
    title: 'Settings',
    blocks: [
      ...whoMay(scene),
      ...SETTING_SECTIONS.map((name) => sectionBlock(scene, name)),
      reasonsBlock(scene),
      definitionBlock(scene),
      section('*Goals*\nWhat both sides want to reach in a month or a quarter', {
        accessory: button({ action: GOAL.open, text: 'Open', label: 'Open the goals' }),
      }),
      section('*Audit log*\nWho changed what, and when.', {
        accessory: button({ action: SETTINGS.audit, text: 'Look', label: 'Look at the audit log' }),
      }),
    ],
  });
}

function noManager({ offices, managers }: Settings): string {
  return isForsaken(offices.managers, managers)
    ? 'No manager is left, so anybody may change this. Name one under People.'
    : 'No manager is named yet, so anybody may change this. Name the first one under People.';
}

function whoMay({ settings, may }: SettingsScene): TangoBlock[] {
  if (settings.managers.length === 0) return [context(`:bulb: ${noManager(settings)}`)];
  if (may.manage) return [];
  return [context(`Managers change this: ${settings.managers.slice(0, 10).map(person).join(', ')}.`)];
}

function sectionBlock({ settings, may }: SettingsScene, name: SettingSection): TangoBlock {
  const title = SECTION_TITLES[name];
  const lines = settingValues(settings)
    .filter((each) => each.section === name)
    .map((each) => [SETTING_WORDS[each.name], sayAuditValue(each.value, MRKDWN)] as const)
    .map(([what, value]) => (what === title ? value : `${what}: ${value}`));
  return withButton(`*${title}*\n${lines.join('\n')}`, may.manage, {
    action: SETTINGS.section,
    text: 'Change',
    value: name,
    label: `Change: ${title}`,
  });
}

function reasonsBlock({ may }: SettingsScene): TangoBlock {
  return withButton(
    '*Reject reasons*\nWhy a lead can be turned down, and what follows from each',
    may.manage,
    {
      action: SETTINGS.reasons,
      text: 'Change',
      label: 'Change: reject reasons',
    },
  );
}

function definitionBlock({ definition, proposal, may }: SettingsScene): TangoBlock {
  const signed = definition.signed ? 'signed by both sides' : 'not signed by both sides yet';
  const waiting = proposal ? `\nVersion ${proposal.version} is proposed and waits for signatures` : '';
  const text = `*Definition of “qualified”*\nVersion ${definition.version}, ${signed}${waiting}`;
  return withButton(text, may.propose, {
    action: SETTINGS.propose,
    text: 'Propose',
    label: 'Propose a definition of qualified',
  });
}

function withButton(text: string, shows: boolean, options: Parameters<typeof button>[0]): TangoBlock {
  return section(text, shows ? { accessory: button(options) } : {});
}
