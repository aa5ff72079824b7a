/**
 * An announcement: what Slack should be shown about which thing. It says what, never the words: the message is rendered from the
 * database when it leaves, so that it is true at that moment.
 *
 * "State" kinds show how something stands now: one message for ever, posted once and edited in place; ten quick changes cost
 * one edit. "Once" kinds say something one time: a nag, a line in a thread, a scorecard.
 * Two announcements are the same when kind and ref are.
 *
 * Enqueued by use cases through store/outbox, sent by outbox/.
 */
export const STATE_KINDS = [
  'lead_card',
  'lead_returned',
  'request_post',
  'request_dm',
  'story_card',
  'definition_post',
  'came_back',
  'nag_digest',
  'manager_digest',
  'home',
] as const;
const ONCE_KINDS = [
  'lead_line',
  'lead_dm',
  'lead_proposed',
  'lead_back',
  'message_lead',
  'nag',
  'person_gone',
  'request_line',
  'story_line',
  'story_dm',
  'scorecard_head',
  'scorecard_part',
  'notice',
] as const;

export type StateKind = (typeof STATE_KINDS)[number];
type OnceKind = (typeof ONCE_KINDS)[number];
export type AnnouncementKind = StateKind | OnceKind;

export interface Announcement {
  kind: AnnouncementKind;
  /** Id of the thing it is about, in a form that its renderer understands. */
  ref: string;
  /** Channel id, or a person's id for a direct message or their Home. */
  target: string;
  /** Dedupe key of the announcement in whose thread this one belongs. */
  threadOf?: string;
}

export function isStateKind(kind: AnnouncementKind): kind is StateKind {
  return (STATE_KINDS as readonly string[]).includes(kind);
}

/** Also the key under which the posted message is remembered. Includes the target where one thing is told to several people. */
export function dedupeKey(announcement: Pick<Announcement, 'kind' | 'ref'>): string {
  return `${announcement.kind}:${announcement.ref}`;
}
