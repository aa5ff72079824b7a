/**
 * What only a person can mend: a channel that refuses us, a token that is not taken. A code with facts as they were when it began (of a
 * closed door: as they are today); its words are in sentences/. Each subject is told once, until it is mended; a closed door once a day.
 *
 * Noted by the outbox and by usecases/delivery, stored by store/outbox/trouble, told by messages/team/notice and `tango outbox`.
 */
import type { OfficeName } from '../team/office.ts';
import type { PlaceName } from '../team/place.ts';
import type { ClosedDoor, Door } from './door.ts';
import type { FetchVendor } from './fetch-job.ts';

/** `word`: what the other side called it. */
export type TroubleFacts =
  /** Something between us and Slack answers in its place. */
  | { code: 'wrong_address'; word: string }
  | { code: 'quota' }
  | { code: 'token_refused'; word: string }
  /** Clicks and commands do not reach us. */
  | { code: 'deaf'; word: string }
  /** How we show a kind of message is refused. */
  | { code: 'content_refused'; message: string; word: string }
  | { code: 'destination_refused'; target: string; word: string }
  /** Whether something was posted there cannot be seen. */
  | { code: 'look_refused'; target: string; word: string }
  /** A channel of the team that we are not in: posted to from outside, and blind there. */
  | { code: 'not_member'; target: string }
  /** What the app asks for in its manifest and was not given. */
  | { code: 'scopes_missing'; scopes: string[] }
  /** Nobody is left of those who were named. */
  | { code: 'office_forsaken'; office: OfficeName }
  /** A user group that is named for an office puts nobody into it. */
  | { code: 'group_empty'; office: OfficeName; handle: string; isGone: boolean }
  /** A channel of the team, with another company. */
  | { code: 'channel_shared'; target: string }
  /** So many messages wait for a channel to be named. */
  | { code: 'no_channel'; place: PlaceName; waiting: number }
  | { code: 'given_up'; message: string; word: string }
  | { code: 'fetch_token_refused' | 'fetch_unanswered' | 'fetch_given_up'; vendor: FetchVendor; word: string }
  | { code: 'fetch_token_missing'; vendor: FetchVendor; variable: string }
  | DealTrouble
  /** What a vendor's forms ask besides what everybody is asked may not be read; of which of its accounts, where that is known. */
  | { code: 'forms_unread'; vendor: FetchVendor; account: string | null }
  /** Everybody is refused at a way in, some of whom may mean well. */
  | ({ code: 'door_closed'; door: Door } & ClosedDoor)
  /**
   * So many of its questions are not understood, some of which are named; `lacksWho`: its leads come without a name or a way to reach them. Of before
   * the others were told it stands for them.
   */
  | {
      code: 'web_form_unclear';
      form: string;
      questions: number;
      labels?: string[] | undefined;
      lacksWho?: boolean | undefined;
    }
  /** Of before there were codes: as it was told then, in Slack's markup. */
  | { code: 'in_words'; text: string };

/** Deals that we may not read, or one whose stage says neither won nor lost nor open. */
export type DealTrouble =
  | { code: 'deals_unread'; vendor: FetchVendor }
  | { code: 'deal_stage_unclear'; vendor: FetchVendor; stage: string };
