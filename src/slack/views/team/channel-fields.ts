import type { Settings } from '../../../domain/team/settings.ts';
import { SETTINGS_FIELD } from '../../action-ids.ts';
import { context, input, type TangoBlock } from '../kit/blocks.ts';
import { channelSelect } from '../kit/elements.ts';

type Name = 'leadsChannel' | 'fieldChannel' | 'marketingChannel' | 'scorecardChannel';

export function channelFields(settings: Settings): TangoBlock[] {
  const field = (name: Name, label: string, hint: string) => {
    const chosen = settings[name];
    const element = channelSelect({
      action: SETTINGS_FIELD[name],
      placeholder: 'Choose a channel',
      ...(chosen ? { chosen } : {}),
    });
    return input({ blockId: SETTINGS_FIELD[name], label, hint, element, optional: name !== 'leadsChannel' });
  };
  return [
    field(
      'leadsChannel',
      'Leads',
      'Leads arrive here as cards. Choose another channel, and the cards of open leads follow.',
    ),
    field('fieldChannel', 'Field', 'Where marketing asks the field for stories.'),
    field('marketingChannel', 'Marketing', 'Leads that come back to be mended, stories to publish.'),
    field('scorecardChannel', 'Scorecard', 'The weekly numbers, and what both sides sign.'),
    context('In a private channel, invite Tango first: `/invite @Tango`.'),
  ];
}
