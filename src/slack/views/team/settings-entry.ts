import { SETTINGS } from '../../action-ids.ts';
import { actions, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';

/** The door to the settings in App Home. `may` as in the menu: others look at them only. */
export function settingsEntry({ may }: { may: { manage: boolean } }): TangoBlock[] {
  const text = may.manage ? 'Settings' : 'How we work';
  return [
    actions([
      button({ action: SETTINGS.open, text }),
      button({ action: SETTINGS.audit, text: 'Audit log', label: 'Look at the audit log' }),
    ]),
  ];
}
