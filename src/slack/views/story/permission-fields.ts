import type { Checkboxes } from '@slack/types';
import { type Consent, type Permission, type Permissions, USES } from '../../../domain/story/permission.ts';
import { USE_WORDS } from '../../../sentences/en/story.ts';
import { STORY_FIELD } from '../../action-ids.ts';
import { input, type TangoBlock } from '../kit/blocks.ts';
import { checkboxes, datePicker, option, textInput } from '../kit/elements.ts';

/** Two rows of ticks instead of five menus: what is ticked in neither is to be asked. */
export function permissionFields(permissions: Permissions | undefined): TangoBlock[] {
  const consent = consentIn(permissions);
  return [
    input({
      blockId: STORY_FIELD.granted,
      label: 'What has the customer allowed us to use?',
      hint: 'What you tick neither here nor below, marketing will ask about.',
      optional: true,
      element: ticks(STORY_FIELD.granted, 'granted', permissions),
    }),
    input({
      blockId: STORY_FIELD.refused,
      label: 'And what not?',
      optional: true,
      element: ticks(STORY_FIELD.refused, 'refused', permissions),
    }),
    line('evidence', 'How do we know?', consent?.evidence, 'E-mail of 3 May, signed form, in person …'),
    line('grantedBy', 'Who allowed it?', consent?.grantedBy),
    input({
      blockId: STORY_FIELD.until,
      label: 'Until when?',
      hint: 'Empty: until they say otherwise.',
      optional: true,
      element: datePicker({
        action: STORY_FIELD.until,
        ...(consent?.until ? { initial: consent.until } : {}),
      }),
    }),
  ];
}

function consentIn(permissions: Permissions | undefined): Consent | null {
  const granted = Object.values(permissions ?? {}).find((permission) => permission.status === 'granted');
  return granted?.status === 'granted' ? granted : null;
}

function ticks(
  action: string,
  status: Permission['status'],
  permissions: Permissions | undefined,
): Checkboxes {
  const options = USES.map((use) => option(USE_WORDS[use], use));
  const ticked = options.filter((_, index) => {
    const use = USES[index];
    return use !== undefined && permissions?.[use].status === status;
  });
  return checkboxes({ action, options, ...(ticked.length > 0 ? { ticked } : {}) });
}

function line(
  field: 'evidence' | 'grantedBy',
  label: string,
  initial: string | null | undefined,
  placeholder?: string,
): TangoBlock {
  const blockId = STORY_FIELD[field];
  const text = { ...(initial ? { initial } : {}), ...(placeholder ? { placeholder } : {}) };
  const element = textInput({ action: blockId, maxLength: 200, ...text });
  return input({ blockId, label, element, optional: true });
}
