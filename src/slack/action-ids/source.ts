import type { CampaignId, SourceId } from '../../domain/source/source.ts';
import { AppError, inWords } from '../../errors.ts';
import { cut } from '../../sentences/clip.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

/** Sources and campaigns: what there is, and what is the same. */
export const SOURCE = {
  open: 'source_open',
  find: 'source_find',
  menu: 'source_menu',
  pageBack: 'source_page_back',
  pageOn: 'source_page_on',
  campaignsBack: 'source_campaigns_back',
  campaignsOn: 'source_campaigns_on',
  merge: 'source_merge_alike',
  apart: 'source_keep_apart',
  choose: 'source_choose_alike',
  guessAccept: 'source_guess_accept',
  guessDecline: 'source_guess_decline',
  undo: 'source_undo',
  changes: 'source_changes',
} as const;

export const SOURCE_MODAL = {
  list: 'source_list_modal',
  one: 'source_modal',
  changes: 'source_changes_modal',
  change: 'source_change_modal',
  changeCampaign: 'source_campaign_modal',
  merge: 'source_merge_modal',
  split: 'source_split_modal',
  choose: 'source_choose_modal',
} as const;

export const SOURCE_FIELD = {
  name: 'name',
  owner: 'owner',
  spelling: 'spelling',
  spellings: 'spellings',
  brief: 'brief',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
  /** Which it is merged into: its options are asked of us. */
  into: 'into',
  same: 'same',
} as const;

/** What can be merged, split and kept apart. */
export type SourceThing = { code: 'source'; id: SourceId } | { code: 'campaign'; id: CampaignId };

export const sourceThing: Codec<SourceThing> = {
  encode: ({ code, id }) => `${code}:${id}`,
  decode: (text) => {
    const [code, id = ''] = text.split(':');
    return toThing(code, id);
  },
};

function toThing(code: string | undefined, id: string): SourceThing {
  if (!ID.test(id)) throw unknownSource();
  if (code === 'source') return { code, id: id as SourceId };
  if (code === 'campaign') return { code, id: id as CampaignId };
  throw unknownSource();
}

/** What the ⋯ menu of a source, and of a campaign, offers. */
const MENU = ['look', 'change', 'merge', 'split'] as const;
export type SourceMenuChoice = (typeof MENU)[number];

export const sourceMenuValue = {
  encode: (choice: SourceMenuChoice, thing: SourceThing): string => `${choice}:${sourceThing.encode(thing)}`,
  decode: (value: string | undefined): { choice: SourceMenuChoice; thing: SourceThing } => {
    const [name, code, id = ''] = value?.split(':') ?? [];
    const choice = MENU.find((known) => known === name);
    if (!choice) throw unknownSource();
    return { choice, thing: toThing(code, id) };
  },
};

/** Which page of the list. */
export const sourcePage: Codec<number> = {
  encode: String,
  decode: (text) => (/^\d{1,4}$/.test(text) ? Number(text) : 0),
};

export interface CampaignsPage {
  /** Null: campaigns of which no source is known. */
  source: SourceId | null;
  page: number;
}

/** A source, and which page of its campaigns. */
export const campaignsPage: Codec<CampaignsPage> = {
  encode: ({ source, page }) => `${page}:${source ?? ''}`,
  decode: (text) => {
    const [page = '', id = ''] = text.split(':');
    if (id !== '' && !ID.test(id)) throw unknownSource();
    return { source: id === '' ? null : (id as SourceId), page: sourcePage.decode(page) };
  },
};

export interface Alike {
  code: SourceThing['code'];
  into: string;
  others: string[];
}

/** What looks alike, as it was asked: what was found since is another question. */
export const alikeValue: Codec<Alike> = {
  encode: ({ code, into, others }) => `${code}:${into}:${others.join(',')}`,
  decode: (text) => {
    const [code, into = '', rest = ''] = text.split(':');
    const others = rest.split(',');
    if (code !== 'source' && code !== 'campaign') throw unknownSource();
    if (![into, ...others].every((id) => ID.test(id))) throw unknownSource();
    return { code, into, others };
  },
};

/** Slack takes no more behind a button. */
const LONGEST_BUTTON_VALUE = 2000;

/** A name that may be another one of a source. */
export const guessValue: Codec<{ sourceId: SourceId; key: string }> = {
  encode: ({ sourceId, key }) => cut(`${sourceId}:${key}`, LONGEST_BUTTON_VALUE),
  decode: (text) => {
    const at = text.indexOf(':');
    const id = text.slice(0, Math.max(at, 0));
    if (!ID.test(id)) throw unknownSource();
    return { sourceId: id as SourceId, key: text.slice(at + 1) };
  },
};

export const changeValue: Codec<string> = {
  encode: (id) => id,
  decode: (text) => {
    if (!ID.test(text)) throw unknownSource();
    return text;
  },
};

/** Slack takes 150 characters behind an entry. */
const LONGEST_VALUE = 150;

/** By which a spelling is known in a form: short, and another one for another spelling. */
export function spellingValue(key: string): string {
  if (key.length <= LONGEST_VALUE) return key.toWellFormed();
  let hash = 0x811c9dc5;
  for (const unit of key) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${key.slice(0, 100).toWellFormed()}…${hash.toString(36)}`;
}

function unknownSource(): AppError {
  return new AppError('invalid', inWords('This source is not known any more.'));
}
