import type { ActionsBlockElement, Button } from '@slack/types';
import type { HomeEntry } from '../../../domain/home.ts';
import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Story } from '../../../domain/story/story.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { INSIGHT, LEAD, STORY } from '../../action-ids.ts';
import { actions, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { leadButtons, leadMenu } from '../lead/lead-buttons.ts';
import { answerButtons } from '../rejects/rejects-message.ts';
import { type EntryWhere, entryWords } from './entry-words.ts';
import type { Where } from './home-blocks.ts';

/** Something to be done, with all that can be done about it right here. */
export function entryBlocks(entry: HomeEntry, where: EntryWhere): TangoBlock[] {
  const buttons = entryButtons(entry, where.now);
  const words = section(entryWords(entry, where));
  return buttons.length > 0 ? [words, actions(buttons)] : [words];
}

/** The same in one block: the likeliest thing to do beside it. */
export function entryLine(entry: HomeEntry, where: EntryWhere): TangoBlock {
  const [first] = entryButtons(entry, where.now);
  return section(entryWords(entry, where), first?.type === 'button' ? { accessory: first } : {});
}

/** Without a primary button: in a list no one thing is the next. */
function entryButtons({ thing }: HomeEntry, now: number): ActionsBlockElement[] {
  switch (thing.is) {
    case 'lead':
      return [
        ...(thing.lead.state === 'returned' ? [mend(thing.lead)] : plain(thing.lead)),
        leadMenu(thing.lead, now),
      ];
    case 'story':
      return storyButtons(thing.story);
    case 'request':
      return requestButtons(thing.request);
    case 'rejects':
      return answerButtons(thing.summed.rejects.id);
    default:
      return thing satisfies never;
  }
}

export function plain(lead: Lead): Button[] {
  return leadButtons(lead).map(({ style: _, ...plainButton }) => plainButton);
}

function mend(lead: Lead): Button {
  return button({ action: LEAD.mend, text: 'Mend', value: lead.id, label: `Mend: ${leadTitle(lead)}` });
}

function storyButtons({ id, state }: Story): Button[] {
  if (state === 'asked_back') return [button({ action: STORY.tellMore, text: 'Tell more', value: id })];
  if (state !== 'told') return [];
  return [
    button({ action: STORY.accept, text: 'Accept', value: id }),
    button({ action: STORY.askBack, text: 'Ask back', value: id }),
    button({ action: STORY.decline, text: 'Decline', value: id }),
  ];
}

function requestButtons({ id }: InsightRequest): Button[] {
  return [
    button({ action: INSIGHT.tell, text: 'Tell the story', value: id }),
    button({ action: INSIGHT.knowsWho, text: 'I know who', value: id }),
    button({ action: INSIGHT.cannotHelp, text: 'Can’t help', value: id }),
  ];
}

/** What a manager does about a lead that waits: it goes to somebody, or marketing's part is done for them. */
export function breachLine(entry: HomeEntry, where: Where): TangoBlock {
  const remedy = entry.thing.is === 'lead' ? remedyOf(entry.thing.lead) : null;
  return section(entryWords(entry, { ...where, names: true }), remedy ? { accessory: remedy } : {});
}

function remedyOf(lead: Lead): Button | null {
  if (lead.state === 'returned') return mend(lead);
  const text = { new: 'Assign…', claimed: 'Hand over…' }[lead.state as string];
  if (!text) return null;
  return button({ action: LEAD.give, text, value: lead.id, label: `${text} ${leadTitle(lead)}` });
}
