/**
 * An announcement: what Slack should be shown about which thing. It says what, never the words: the message is rendered from the
 * database when it leaves, so that it is true at that moment.
 *
 * A kind that shows `state` has one message for ever, posted once and edited in place; ten quick changes cost one edit. A kind that says
 * something `once` is a nag, a line in a thread, a scorecard. Two announcements are the same when kind and reference are; the names of
 * the kinds and the forms of their references are stored.
 *
 * Made by the constructors in announcements/, enqueued by `work.announce`, rendered by messages, sent by outbox.
 */
import type { BroughtFileId } from './brought-file/brought-file.ts';
import type { GoalId } from './goal/goal.ts';
import type { InsightRequestId } from './insight/insight-request.ts';
import type { ReplyId } from './insight/reply.ts';
import type { LeadId } from './lead/lead.ts';
import type { NagId } from './nag/nag.ts';
import { type Reference, reference, whole, word, words } from './reference.ts';
import type { RejectsId } from './rejects/rejects.ts';
import type { ScorecardPart } from './scorecard/parts.ts';
import type { SourceAlertId } from './source/source-alert.ts';
import type { StoryId } from './story/story.ts';
import type { PersonId } from './team/actor.ts';
import type { AskedAbout } from './team/asked-about.ts';
import type { PlaceName } from './team/place.ts';
import type { Week } from './time/week.ts';

interface Kind<Ref> {
  shows: 'state' | 'once';
  /** A message in a channel or to a person, a person's Home, or an edit of what is there, which is dropped where it can't be made. */
  lane: 'message' | 'home' | 'edit';
  reference: Reference<Ref>;
  /** The kinds in whose thread it may stand. */
  threads: readonly string[];
  rank: number;
  /** Where it stands; left out: in a thread, or with a person. */
  place?: PlaceName;
}

/** Among what waits for one place, lower leaves first: a backlog delays no live lead, and lines in threads delay no card. */
export const RANK = { hot: 0, live: 1, bulk: 2, line: 3 } as const;

function state<Ref>(ref: Reference<Ref>, more: Partial<Kind<Ref>> = {}): Kind<Ref> {
  return { shows: 'state', lane: 'message', reference: ref, threads: [], rank: RANK.live, ...more };
}

function once<Ref>(ref: Reference<Ref>, more: Partial<Kind<Ref>> = {}): Kind<Ref> {
  return { ...state(ref, more), shows: 'once' };
}

const person = word<PersonId>();
const lead = { leadId: word<LeadId>() };
const leadVersion = reference({ ...lead, version: whole });
const personDay = reference({ person, day: word() });
const request = { requestId: word<InsightRequestId>() };
const event = reference({ eventId: word() });
const week = { week: word<Week>() };

export const ANNOUNCEMENTS = {
  lead_card: state(reference(lead), { place: 'leads' }),
  /** Events of one lead's history: what waits for the same thread is one message. */
  lead_line: once(reference({ eventIds: words() }), { threads: ['lead_card'], rank: RANK.line }),
  /** What was told below a card that was lost or left behind, told again below the next. */
  lead_history: once(reference({ ...lead, at: whole, eventIds: words() }), {
    threads: ['lead_card'],
    rank: RANK.line,
  }),
  /** In place of a message that was posted again elsewhere: `ts` is the old one's, `key` says of what. */
  message_moved: state(reference({ ts: word(), key: word<MessageKey>() }), { lane: 'edit' }),
  /** To its new owner. */
  lead_dm: state(leadVersion),
  lead_proposed: state(reference(lead)),
  /** It is back in the channel, where its card has long scrolled away. */
  lead_back: state(leadVersion, { place: 'leads' }),
  /** It went back to marketing at that instant. */
  lead_returned: state(reference({ ...lead, returnedAt: whole }), { place: 'marketing' }),
  /** In the thread of the message that it was made from. */
  message_lead: once(reference(lead)),
  /** The match of a new lead: in the threads of both cards, and to the owner of the earlier one. */
  came_back: state(reference({ ...lead, place: word<MatchPlace>() }), {
    threads: ['lead_card'],
    rank: RANK.line,
  }),
  /** In the card's thread or to the owner; versions of before said it in the channel, too. */
  nag: state(reference({ nagId: word<NagId>() }), { threads: ['lead_card'], place: 'leads' }),
  /** In the channel: all that came due from that instant on, for a few minutes. */
  nag_post: state(reference({ at: whole }), { place: 'leads' }),
  /** In the channel, on that day: what managers were told of on an earlier one. */
  waiting_post: state(reference({ day: word() }), { place: 'leads' }),
  nag_digest: state(personDay),
  /** Of before: what it told stands in the message of the day. */
  manager_digest: state(personDay),
  owed_digest: state(personDay),
  /** On the first day at work after a leave; both days are those of the leave. */
  leave_back: state(reference({ person, from: word(), to: word() })),
  person_gone: once(reference({ person, released: whole, qualified: whole, at: whole, manager: person })),
  /** A trouble that only a person can mend, told to a manager. */
  notice: once(reference({ manager: person, at: whole, subject: word() })),
  /** What somebody was told for their eyes only, where Slack did not take it. */
  private_answer: once(reference({ answerId: word() })),
  /** To who writes to Tango as if it were a person. */
  help_dm: once(reference({ person, conversation: word(), about: word<AskedAbout | 'all' | 'excluded'>() })),
  /** To who brought it: what it is, how far it is, what came of it. */
  brought_file: state(reference({ id: word<BroughtFileId>() })),
  home: state(reference({ person }), { lane: 'home' }),
  definition_post: state(reference({ version: whole }), { place: 'scorecard' }),
  /** To who has proposed it: what became of it. */
  definition_dm: once(reference({ version: whole, about: word<SignedNews>() })),
  goal_post: state(reference({ goalId: word<GoalId>() }), { place: 'scorecard' }),
  goal_dm: once(reference({ goalId: word<GoalId>(), about: word<SignedNews>() })),
  request_post: state(reference(request), { place: 'field' }),
  request_dm: state(reference({ ...request, person })),
  request_line: once(reference({ replyId: word<ReplyId>() }), { threads: ['request_post'] }),
  story_card: state(reference({ storyId: word<StoryId>() }), { place: 'marketing' }),
  story_line: once(event, { threads: ['request_post', 'story_card'] }),
  /** To its teller. */
  story_dm: once(event),
  /** To whoever answers for a campaign: what of it was rejected in a week. */
  rejects_dm: state(reference({ rejectsId: word<RejectsId>() })),
  /** What was changed after them, in the thread of each lead that was rejected. */
  rejects_line: state(reference({ rejectsId: word<RejectsId>(), leadId: word<LeadId>() }), {
    threads: ['lead_card'],
    rank: RANK.line,
  }),
  /** The same to each rep who rejected any. */
  rejects_told: state(reference({ rejectsId: word<RejectsId>(), person })),
  /** To whoever has a source: that it fell silent, or cost money without a lead. */
  source_alert: once(reference({ alertId: word<SourceAlertId>() })),
  /** To a manager: of what was rejected in a week too much was for "other" reasons. */
  other_reasons: once(reference({ ...week, person })),
  scorecard_head: once(reference(week), { place: 'scorecard' }),
  scorecard_part: once(reference({ ...week, part: word<ScorecardPart>() }), { threads: ['scorecard_head'] }),
} as const;

export type SignedNews = 'signed' | 'declined';

export type MatchPlace = 'new' | 'earlier' | 'owner';

export type AnnouncementKind = keyof typeof ANNOUNCEMENTS;

export type RefOf<K extends AnnouncementKind> = ReturnType<(typeof ANNOUNCEMENTS)[K]['reference']['decode']>;

/** Under which a message is remembered: what belongs into its thread names it. */
export type MessageKey = string & { readonly __messageKey: never };

export interface Announcement {
  kind: AnnouncementKind;
  /** What it is about, encoded. */
  ref: string;
  /** Channel id, or a person's id for a direct message or their Home. */
  target: string;
  threadOf?: MessageKey;
  /** Where it is another one than that of its kind. */
  rank?: number;
}

interface Place {
  target: string;
  threadOf?: MessageKey;
}

export function announcement<K extends AnnouncementKind>(kind: K, ref: RefOf<K>, place: Place): Announcement {
  return { kind, ref: encode(kind, ref), ...place };
}

export function decodeRef<K extends AnnouncementKind>(kind: K, ref: string): RefOf<K> {
  return ANNOUNCEMENTS[kind].reference.decode(ref) as RefOf<K>;
}

export function messageKey<K extends AnnouncementKind>(kind: K, ref: RefOf<K>): MessageKey {
  return keyOf({ kind, ref: encode(kind, ref) });
}

/** The same for one that is encoded already. */
export function keyOf({ kind, ref }: Pick<Announcement, 'kind' | 'ref'>): MessageKey {
  return `${kind}:${ref}` as MessageKey;
}

/** What a key is about; null: it is of no announcement of that kind. */
export function decodeKey<K extends AnnouncementKind>(kind: K, key: string): RefOf<K> | null {
  const prefix = `${kind}:`;
  return key.startsWith(prefix) ? decodeRef(kind, key.slice(prefix.length)) : null;
}

export const ANNOUNCEMENT_KINDS = Object.keys(ANNOUNCEMENTS) as AnnouncementKind[];

/** The kind of which several that wait for one thread are one message. */
export type JoinedKind = 'lead_line';

export function isJoined(kind: AnnouncementKind): kind is JoinedKind {
  return kind === 'lead_line';
}

/** One reference for all of them, in the order given. */
export function joinRefs(kind: JoinedKind, refs: readonly string[]): string {
  return encode(kind, { eventIds: refs.flatMap((ref) => decodeRef(kind, ref).eventIds) });
}

export function showsState(kind: AnnouncementKind): boolean {
  return ANNOUNCEMENTS[kind].shows === 'state';
}

/** Once it can't be made there is nothing to be done: nobody waits for it. */
export function isEditAlone(kind: AnnouncementKind): boolean {
  return ANNOUNCEMENTS[kind].lane === 'edit';
}

/** What stands at a place by itself. */
export function kindsAt(place: PlaceName): AnnouncementKind[] {
  return ANNOUNCEMENT_KINDS.filter((kind) => ANNOUNCEMENTS[kind].place === place);
}

function encode<K extends AnnouncementKind>(kind: K, ref: RefOf<K>): string {
  // TypeScript does not see that kind and reference belong together; the signature says so.
  return (ANNOUNCEMENTS[kind].reference as Reference<RefOf<K>>).encode(ref);
}
