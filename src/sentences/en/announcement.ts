/** What each kind of message is to whoever reads it, in the middle of a sentence. */
import type { AnnouncementKind } from '../../domain/announcement.ts';

const MESSAGE: Record<AnnouncementKind, string> = {
  lead_card: 'the card of a lead',
  lead_line: 'a line below the card of a lead',
  lead_history: 'what was told below the card of a lead',
  message_moved: 'the sign where a message stands now',
  lead_dm: 'the message to the owner of a lead',
  lead_proposed: 'the message about whose turn it is',
  lead_back: 'the post of a lead that is new again',
  lead_returned: 'the message about a lead to mend',
  message_lead: 'the line below a message that became a lead',
  came_back: 'the message about somebody who wrote again',
  nag: 'a reminder',
  nag_post: 'the post about leads that are due',
  waiting_post: 'the channel’s message about leads that wait',
  nag_digest: 'the reminders of a day',
  manager_digest: 'the managers’ message of the day',
  owed_digest: 'the message about what is owed',
  leave_back: 'the message about what passed during a leave',
  person_gone: 'the message about an account that is gone',
  notice: 'a message to a manager',
  private_answer: 'an answer to one person',
  help_dm: 'an answer to somebody who wrote to Tango',
  brought_file: 'the message about a file that somebody brought',
  home: 'somebody’s Home',
  definition_post: 'the definition of “qualified”',
  definition_dm: 'the message about the definition of “qualified”',
  goal_post: 'a goal',
  goal_dm: 'the message about a goal',
  request_post: 'a request to the field',
  request_dm: 'a request to one person',
  request_line: 'a line below a request',
  story_card: 'the card of a story',
  story_line: 'a line below a story',
  story_dm: 'the message to the teller of a story',
  rejects_dm: 'the message about what was rejected of a campaign',
  rejects_line: 'a line about what was changed, below the card of a lead',
  rejects_told: 'the message about what was changed, to who rejected',
  source_alert: 'the message about a source that brings no leads',
  other_reasons: 'the message about rejects for “other” reasons',
  scorecard_head: 'the scorecard',
  scorecard_part: 'a part of the scorecard',
};

/** "the card of a lead"; a kind of an earlier version that we no longer have is named as it was stored. */
export function sayMessage(kind: string): string {
  return Object.hasOwn(MESSAGE, kind) ? MESSAGE[kind as AnnouncementKind] : kind;
}
