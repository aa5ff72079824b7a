import type { Voice } from '../../../sentences/voice.ts';
import { channelLink, escapeText, person, slackDate } from './text.ts';
import { READER_FORMAT } from './times.ts';

/** For text in which Slack reads mentions and dates: messages, and the notices in a modal. Not for the line beside a field. */
export const MRKDWN: Voice = {
  person: (id, otherwise = 'somebody') => (id === null ? otherwise : person(id)),
  channel: channelLink,
  group: (id) => `<!subteam^${id}>`,
  text: escapeText,
  moment: (at, otherwise) => slackDate(at, `at ${READER_FORMAT}`, otherwise),
};
