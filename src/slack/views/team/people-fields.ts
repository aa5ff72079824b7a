import type { Settings } from '../../../domain/team/settings.ts';
import { SETTINGS_FIELD } from '../../action-ids.ts';
import { input, type TangoBlock } from '../kit/blocks.ts';
import { peopleSelect } from '../kit/modal-inputs.ts';

/** Whom the office names, also who does not hold it any more: leaving them in or taking them out is a manager's to say. */
export function peopleFields({ offices }: Settings): TangoBlock[] {
  const [managers, marketers] = [offices.managers.people, offices.marketers.people];
  return [
    input({
      blockId: SETTINGS_FIELD.managers,
      label: 'Managers',
      hint: 'They change these settings, may take back any last move, and hear when a promise is long past.',
      optional: managers.length === 0,
      element: peopleSelect({
        action: SETTINGS_FIELD.managers,
        chosen: managers,
        placeholder: 'Choose people',
      }),
    }),
    input({
      blockId: SETTINGS_FIELD.marketers,
      label: 'Marketers',
      hint: 'They speak and sign for marketing; everybody else does for sales. With none named, anybody may for either.',
      optional: true,
      element: peopleSelect({
        action: SETTINGS_FIELD.marketers,
        chosen: marketers,
        placeholder: 'Choose people',
      }),
    }),
  ];
}
