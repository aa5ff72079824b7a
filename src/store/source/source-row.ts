import type { Campaign, CampaignId } from '../../domain/source/source.ts';
import type { Actor } from '../../domain/team/actor.ts';
import type { Flag } from '../columns.ts';

export interface CampaignRow extends Omit<Campaign, 'isNamed'> {
  isNamed: Flag;
}

export interface CampaignSpellingRow {
  sourceKey: string;
  key: string;
  text: string;
  campaignId: CampaignId;
  isId: Flag;
  addedAt: number;
}

export interface SourceChangeRow {
  id: string;
  at: number;
  person: Actor;
  what: string;
  patches: string;
  undoneAt: number | null;
  undoneBy: Actor | null;
}
