import type { Settings } from '../../../domain/team/settings.ts';
import { SETTINGS_FIELD } from '../../action-ids.ts';
import { input, type TangoBlock } from '../kit/blocks.ts';
import { option, radioButtons } from '../kit/elements.ts';

export function contactFields({ contactShownTo }: Settings): TangoBlock[] {
  const toChannel = option('The whole leads channel', 'channel', 'E-mail and phone stand on the card');
  const toOwner = option(
    'Only the owner',
    'owner',
    'Whoever claims it, and managers, under “Show everything”',
  );
  return [
    input({
      blockId: SETTINGS_FIELD.contactShownTo,
      label: 'Who sees how to reach a lead?',
      element: radioButtons({
        action: SETTINGS_FIELD.contactShownTo,
        options: [toChannel, toOwner],
        chosen: contactShownTo === 'owner' ? toOwner : toChannel,
      }),
    }),
  ];
}
