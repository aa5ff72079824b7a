import type { Settings } from '../../../domain/team/settings.ts';
import { SETTINGS_FIELD } from '../../action-ids.ts';
import { context, input, type TangoBlock } from '../kit/blocks.ts';
import { checkboxes, option } from '../kit/elements.ts';

export function admittedFields({ admitted, showsToConnected }: Settings): TangoBlock[] {
  const guests = option('Guests of this workspace', 'guests', 'Of one channel or of several');
  const connected = option(
    'People of connected companies',
    'connected',
    'In channels that are shared with us',
  );
  const ticked = [...(admitted.guests ? [guests] : []), ...(admitted.connected ? [connected] : [])];
  const shown = option('How to reach leads, and money', 'shown');
  return [
    input({
      blockId: SETTINGS_FIELD.admitted,
      label: 'Who takes part besides members?',
      optional: true,
      element: checkboxes({
        action: SETTINGS_FIELD.admitted,
        options: [guests, connected],
        ...(ticked.length > 0 ? { ticked } : {}),
      }),
    }),
    context(
      'They may own leads, answer requests and tell stories. Settings, the audit log, leave, figures and money stay with members.',
    ),
    input({
      blockId: SETTINGS_FIELD.showsToConnected,
      label: 'What is shown in channels that are shared with another company?',
      optional: true,
      element: checkboxes({
        action: SETTINGS_FIELD.showsToConnected,
        options: [shown],
        ...(showsToConnected ? { ticked: [shown] } : {}),
      }),
    }),
  ];
}
