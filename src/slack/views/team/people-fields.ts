import type { OfficeName } from '../../../domain/team/office.ts';
import type { Settings } from '../../../domain/team/settings.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import { SETTINGS_FIELD } from '../../action-ids.ts';
import { input, type TangoBlock } from '../kit/blocks.ts';
import { manySelect, peopleSelect } from '../kit/modal-inputs.ts';
import { plain } from '../kit/text.ts';

const HINTS: Record<OfficeName, string> = {
  managers: 'They change these settings, may take back any last move, and hear when a promise is long past.',
  marketers:
    'They speak and sign for marketing; everybody else does for sales. With none named, anybody may for either.',
};
const LABELS: Record<OfficeName, string> = { managers: 'Managers', marketers: 'Marketers' };

/** Whom the offices name, also who is in office no more: leaving them in or taking them out is a manager's to say. */
export function peopleFields(settings: Settings): TangoBlock[] {
  return [...officeFields('managers', settings), ...officeFields('marketers', settings)];
}

function officeFields(office: OfficeName, { offices, managers, userGroups }: Settings): TangoBlock[] {
  const { people, groups } = offices[office];
  // Slack's own check of one field cannot know of the other.
  const isNeeded = office === 'managers' && managers.length > 0 && userGroups.list.length === 0;
  const field = input({
    blockId: SETTINGS_FIELD[office],
    label: LABELS[office],
    hint: HINTS[office],
    optional: !isNeeded,
    element: peopleSelect({ action: SETTINGS_FIELD[office], chosen: people, placeholder: 'Choose people' }),
  });
  return userGroups.list.length === 0 ? [field] : [field, groupField(office, groups, userGroups.list)];
}

function groupField(
  office: OfficeName,
  chosen: readonly string[],
  groups: Settings['userGroups']['list'],
): TangoBlock {
  const name = SETTINGS_FIELD[`${office}Groups`];
  // Those that are named stay in the list, whatever has become of them.
  const offered = groups.filter(({ id, isGone }) => !isGone || chosen.includes(id));
  const options = offered.slice(0, MOST_OPTIONS).map(({ id, handle, members, isGone }) => {
    const size = isGone ? 'gone' : count(members.length, 'member');
    return { value: id, text: plain(`@${clip(handle, 50)} · ${size}`, 75) };
  });
  return input({
    blockId: name,
    label: `${LABELS[office]}: user groups`,
    hint: 'Whoever is in them, as Slack says: who joins or leaves is so within a minute.',
    optional: true,
    element: manySelect({ action: name, options, chosen, placeholder: 'Choose user groups' }),
  });
}

const MOST_OPTIONS = 100;
