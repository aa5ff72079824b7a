/** Every view in every state with sample data: to be looked at in Slack (`npm run gallery`), and to hold all of them to the same laws. */

import { broughtFileEntries } from './gallery/brought-files.ts';
import type { GalleryEntry, Said } from './gallery/entry.ts';
import { goalEntries } from './gallery/goals.ts';
import { homeEntries } from './gallery/home.ts';
import { insightEntries } from './gallery/insights.ts';
import { leadEntryEntries } from './gallery/lead-entry.ts';
import { leadModalEntries } from './gallery/lead-modals.ts';
import { leadEntries } from './gallery/leads.ts';
import { matchEntries } from './gallery/matches.ts';
import { nagDigestEntries } from './gallery/nag-digests.ts';
import { ownTimeEntries } from './gallery/own-time.ts';
import { rejectsEntries } from './gallery/rejects.ts';
import { routingEntries } from './gallery/routing.ts';
import { SETTINGS } from './gallery/sample-people.ts';
import { scorecardEntries } from './gallery/scorecards.ts';
import { settingsEntries } from './gallery/settings.ts';
import { sourceEntries } from './gallery/sources.ts';
import { spendEntries } from './gallery/spend.ts';
import { webFormEntries } from './gallery/web-forms.ts';
import { noticeModal } from './views/kit/notice-modal.ts';
import { answerToMessage, help } from './views/team/help.ts';
import { messageMoved } from './views/team/message-moved.ts';
import { notice } from './views/team/notice.ts';

const asItIs: Said = (text) => text;

export function gallery(said = asItIs): GalleryEntry[] {
  return [
    ...leadEntries(said),
    ...leadModalEntries(said),
    ...leadEntryEntries(said),
    ...matchEntries(said),
    ...insightEntries(said),
    ...rejectsEntries(said),
    ...scorecardEntries(said),
    ...ownTimeEntries(),
    ...nagDigestEntries(said),
    ...routingEntries(said),
    ...settingsEntries(said),
    ...goalEntries(said),
    ...sourceEntries(said),
    ...webFormEntries(said),
    ...spendEntries(said),
    ...broughtFileEntries(said),
    ...homeEntries(said),
    { name: 'help', message: help(SETTINGS) },
    { name: 'answer to a message', message: answerToMessage(null, SETTINGS) },
    { name: 'answer to a message, a command', message: answerToMessage('scorecard', SETTINGS) },
    {
      name: 'help, nothing set',
      message: help({ leadsChannel: null, fieldChannel: null, scorecardChannel: null }),
    },
    {
      name: 'notice',
      message: notice('I cannot post to <#C_LEADS> (is_archived). What I have to say there waits.'),
    },
    { name: 'message, moved to another channel', message: messageMoved('C_NEXT') },
    { name: 'notice, in a modal', modal: noticeModal('This lead is not in the database any more.') },
  ];
}
