/** Sources and campaigns as whoever may change them looks through them: what each brought lately, what may be the same, what was changed. */
import type { Money } from '../money/money.ts';
import type { Actor, PersonId } from '../team/actor.ts';
import type { AuditChange } from '../team/audit.ts';
import type { AlikeGroup } from './alike.ts';
import type { CampaignId, SourceId } from './source.ts';

/** What is counted of each. */
export const COUNTED_DAYS = 90;

interface ListedThing<Id extends string> {
  id: Id;
  name: string;
  owner: PersonId | null;
  /** Of the last 90 days. */
  leads: number;
  /** Both sides', in the team's currency; null: none. */
  spend: Money | null;
  spellings: { key: string; text: string; isId: boolean }[];
}

export interface ListedCampaign extends ListedThing<CampaignId> {
  /** Null: none is known. */
  sourceId: SourceId | null;
  brief: string | null;
  /** YYYY-MM-DD. */
  startsOn: string | null;
  endsOn: string | null;
}

export type ListedSource = ListedThing<SourceId>;

/** A name under which leads came that are known from a source. */
export interface ListedGuess {
  key: string;
  text: string;
  leads: number;
  source: { id: SourceId; name: string };
}

/** What somebody did about them, or a report whose ids said which campaign is which. */
export interface ListedChange {
  id: string;
  at: number;
  by: Actor;
  what: AuditChange[];
}

export interface SourceList {
  /** Those that most leads came from first. */
  sources: ListedSource[];
  campaigns: ListedCampaign[];
  alikeSources: AlikeGroup<ListedSource>[];
  alikeCampaigns: AlikeGroup<ListedCampaign>[];
  guesses: ListedGuess[];
  /** What can be taken back, the last first. */
  changes: ListedChange[];
  timezone: string;
}
