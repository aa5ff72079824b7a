/** What is asked about one source or one campaign. */
import type { ModalView, PlainTextOption } from '@slack/types';
import type { Campaign, Source } from '../../../domain/source/source.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import {
  type Alike,
  alikeValue,
  SOURCE_FIELD,
  SOURCE_MODAL,
  type SourceThing,
  sourceThing,
  spellingValue,
} from '../../action-ids.ts';
import { context, input, section, type TangoBlock } from '../kit/blocks.ts';
import { checkboxes, datePicker, option, personSelect, textInput } from '../kit/elements.ts';
import { manySelect, searchSelect } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

const { name: NAME, owner: OWNER, spelling: SPELLING, spellings: SPELLINGS } = SOURCE_FIELD;
const { brief: BRIEF, startsOn: STARTS, endsOn: ENDS, into: INTO, same: SAME } = SOURCE_FIELD;

const LONGEST_NAME = 200;
const LONGEST_BRIEF = 2000;

export function changeSourceModal(source: Source, notice?: string): ModalView {
  return modal({
    callbackId: SOURCE_MODAL.change,
    title: 'Change a source',
    submit: 'Save',
    privateMetadata: sourceThing.encode({ code: 'source', id: source.id }),
    blocks: [
      ...movedNotice(notice),
      nameField(source.name),
      ownerField(source.owner),
      input({
        blockId: SPELLING,
        label: 'Another spelling',
        hint: 'What comes in under it is of this source.',
        optional: true,
        element: textInput({ action: SPELLING, placeholder: 'AdWords', maxLength: LONGEST_NAME }),
      }),
    ],
  });
}

export function changeCampaignModal(campaign: Campaign, notice?: string): ModalView {
  const date = (action: string, initial: string | null) =>
    datePicker({ action, ...(initial === null ? {} : { initial }) });
  return modal({
    callbackId: SOURCE_MODAL.changeCampaign,
    title: 'Change a campaign',
    submit: 'Save',
    privateMetadata: sourceThing.encode({ code: 'campaign', id: campaign.id }),
    blocks: [
      ...movedNotice(notice),
      nameField(campaign.name),
      ownerField(campaign.owner),
      input({
        blockId: BRIEF,
        label: 'Brief',
        hint: 'For whom it is, what it says, what comes of it.',
        optional: true,
        element: textInput({
          ...{ action: BRIEF, multiline: true, maxLength: LONGEST_BRIEF },
          ...(campaign.brief === null ? {} : { initial: campaign.brief }),
        }),
      }),
      input({
        blockId: STARTS,
        label: 'First day',
        optional: true,
        element: date(STARTS, campaign.startsOn),
      }),
      input({ blockId: ENDS, label: 'Last day', optional: true, element: date(ENDS, campaign.endsOn) }),
    ],
  });
}

function nameField(name: string): TangoBlock {
  return input({
    blockId: NAME,
    label: 'Name',
    hint: 'What comes in under the old name stays here.',
    element: textInput({ action: NAME, initial: name, maxLength: LONGEST_NAME }),
  });
}

function ownerField(owner: string | null): TangoBlock {
  return input({
    blockId: OWNER,
    label: 'Owner',
    optional: true,
    element: personSelect({
      ...{ action: OWNER, placeholder: 'Who in marketing looks after it' },
      ...(owner === null ? {} : { chosen: owner }),
    }),
  });
}

interface Named {
  thing: SourceThing;
  name: string;
}

export function mergeSourceModal({ thing, name }: Named, notice?: string): ModalView {
  const noun = thing.code;
  return modal({
    callbackId: SOURCE_MODAL.merge,
    title: `Merge a ${noun}`,
    submit: 'Merge',
    privateMetadata: sourceThing.encode(thing),
    blocks: [
      ...movedNotice(notice),
      section(
        `*${escapeText(clip(name, 100))}* becomes a part of another ${noun}: all that came under its spellings, and all that will come, is counted there. It can be undone as one step.`,
      ),
      input({
        blockId: INTO,
        label: `Into which ${noun}?`,
        element: searchSelect({ action: INTO, placeholder: 'Search' }),
      }),
    ],
  });
}

interface Splittable extends Named {
  spellings: readonly { key: string; text: string }[];
}

/** Slack takes ten boxes to tick, and a hundred entries of a menu. */
const MOST_BOXES = 10;
const MOST_ENTRIES = 100;

export function splitSourceModal({ thing, name, spellings }: Splittable, notice?: string): ModalView {
  const options = spellings.map(({ key, text }) => option(text, spellingValue(key))).slice(0, MOST_ENTRIES);
  return modal({
    callbackId: SOURCE_MODAL.split,
    title: 'Split off',
    submit: 'Split off',
    privateMetadata: sourceThing.encode(thing),
    blocks: [
      ...movedNotice(notice),
      section(
        `Which spellings are not *${escapeText(clip(name, 100))}*? They become a ${thing.code} of their own, with all that came under them.`,
      ),
      input({
        blockId: SPELLINGS,
        label: 'Spellings to split off',
        element: pickSeveral(SPELLINGS, options),
      }),
      ...(spellings.length > MOST_ENTRIES
        ? [context(`${count(spellings.length - MOST_ENTRIES, 'more spelling')} when these are split off.`)]
        : []),
    ],
  });
}

function pickSeveral(action: string, options: PlainTextOption[]) {
  return options.length <= MOST_BOXES
    ? checkboxes({ action, options })
    : manySelect({ action, options, chosen: [], placeholder: 'Choose' });
}

interface Choosable {
  alike: Alike;
  /** By id; one that is gone has none. */
  names: ReadonlyMap<string, string>;
}

export function chooseAlikeModal({ alike, names }: Choosable, notice?: string): ModalView {
  const nameOf = (id: string) => names.get(id) ?? 'merged meanwhile';
  return modal({
    callbackId: SOURCE_MODAL.choose,
    title: 'Which are the same?',
    submit: 'Merge these',
    privateMetadata: alikeValue.encode(alike),
    blocks: [
      ...movedNotice(notice),
      section(
        `Tick what is the same as *${escapeText(clip(nameOf(alike.into), 100))}*. What you leave out is not asked about again.`,
      ),
      input({
        blockId: SAME,
        label: 'The same',
        element: checkboxes({ action: SAME, options: alike.others.map((id) => option(nameOf(id), id)) }),
      }),
    ],
  });
}
