/**
 * A source: where leads come from, a thing with a name of its own. A campaign: one effort within a source.
 *
 * Each is known by all of its spellings, whatever the capitals, blanks, hyphens and bytes (fold), a campaign by the ids of its ad platform too. What
 * comes in under a spelling is its; what is new is created. People rename, merge and split them, and take that back; leads and spend keep the text
 * that they came with and follow. Two are the same when their ids are; no two have a spelling in common.
 * A campaign belongs to the source of the spelling that it came with first, and has no source where none is known.
 *
 * Resolved at the edge by usecases/source/resolve-origins. Shown by cards, report and scorecard. Stored by store/source.
 */
import type { PersonId } from '../team/actor.ts';

export type SourceId = string & { readonly __source: never };
export type CampaignId = string & { readonly __campaign: never };

export interface Source {
  id: SourceId;
  name: string;
  /** In marketing; null: nobody is named. */
  owner: PersonId | null;
  mergedInto: SourceId | null;
  createdAt: number;
}

export interface Campaign {
  id: CampaignId;
  /** The spelling of the source that it came with first; '' while none is known. */
  sourceKey: string;
  name: string;
  /** False: nobody has told more than the platform's id. */
  isNamed: boolean;
  owner: PersonId | null;
  brief: string | null;
  /** YYYY-MM-DD. */
  startsOn: string | null;
  endsOn: string | null;
  mergedInto: CampaignId | null;
  createdAt: number;
}

/** A source or a campaign, as what came in under one of its spellings is stored and shown. */
export interface Named<Id> {
  id: Id;
  name: string;
  /** As leads and spend of this spelling are stored: the first of all that are spelled alike. */
  text: string;
}

/** As leads and spend are stored: the texts that they came with. */
export interface Spelled {
  source: string | null;
  campaign: string | null;
}

/** What is shown, with the texts that it is stored with where they are others. */
export function withSpelled<Shown extends Spelled>(
  shown: Shown,
  spelled: Spelled,
): Shown & { spelled?: Spelled } {
  const isSame = shown.source === spelled.source && shown.campaign === spelled.campaign;
  return isSame ? shown : { ...shown, spelled };
}
