/** Telling a story takes two minutes: only the customer is required, and whatever the lead knows is filled in. */
import type { InputBlock, ModalView } from '@slack/types';
import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import type { StoryAbout } from '../../../domain/story/about.ts';
import type { Confidentiality, StoryFacts } from '../../../domain/story/story.ts';
import { clip } from '../../../sentences/clip.ts';
import { STORY_FIELD, STORY_MODAL, storyAboutKey } from '../../action-ids.ts';
import { wantedBold } from '../insight/insight-words.ts';
import { context, divider, input, section, type TangoBlock } from '../kit/blocks.ts';
import { option, radioButtons, textInput } from '../kit/elements.ts';
import { fileInput, numberInput } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText, person, quote } from '../kit/text.ts';
import { sayNearDay } from '../kit/times.ts';
import { permissionFields } from './permission-fields.ts';

export interface StoryModalScene {
  about: StoryAbout;
  request: InsightRequest | null;
  /** What marketing asked back, when it did. */
  question: string | null;
  facts: Partial<StoryFacts>;
  notice?: string | undefined;
}

export function storyModal(scene: StoryModalScene): ModalView {
  return modal({
    callbackId: STORY_MODAL.tell,
    title: 'Tell the story',
    submit: scene.about.kind === 'story' ? 'Tell again' : 'Tell',
    privateMetadata: storyAboutKey.encode(scene.about),
    blocks: [
      ...movedNotice(scene.notice),
      ...occasion(scene),
      ...storyFields(scene.facts),
      divider(),
      ...resultFields(scene.facts),
      divider(),
      ...quoteFields(scene.facts),
      divider(),
      ...fileFields(scene.facts),
      confidentialityField(scene.facts.confidentiality ?? 'anonymous'),
      ...permissionFields(scene.facts.permissions),
    ],
  });
}

function occasion({ request, question }: StoryModalScene): TangoBlock[] {
  const blocks: TangoBlock[] = [];
  if (request) {
    const purpose = `For: ${escapeText(request.purpose)} · by ${sayNearDay(request.dueDate)}`;
    blocks.push(section(`${person(request.askedBy)} asks for ${wantedBold(request)}.\n${purpose}`));
  }
  if (question) {
    blocks.push(section(`They ask you back:\n${quote(question)}`));
  } else {
    blocks.push(context('Two minutes: the customer, and whatever you know of the rest.'));
  }
  return blocks;
}

/** What the story's card shows without cutting it. */
const LONGEST = { text: 1500, line: 100 } as const;

interface Field {
  label: string;
  initial: string | null | undefined;
  hint?: string;
  placeholder?: string;
  optional?: boolean;
}

function line(field: keyof typeof STORY_FIELD, { initial, placeholder, ...words }: Field): InputBlock {
  const blockId = STORY_FIELD[field];
  const maxLength = LONGEST.line;
  const element = textInput({ action: blockId, maxLength, ...given({ initial, placeholder }, maxLength) });
  return input({ blockId, element, optional: true, ...words });
}

function paragraph(field: keyof typeof STORY_FIELD, { initial, placeholder, ...words }: Field): InputBlock {
  const blockId = STORY_FIELD[field];
  const maxLength = LONGEST.text;
  const text = given({ initial, placeholder }, maxLength);
  const element = textInput({ action: blockId, multiline: true, maxLength, ...text });
  return input({ blockId, element, optional: true, ...words });
}

interface Given {
  initial: string | null | undefined;
  placeholder: string | undefined;
}

/** What comes from a lead may be longer than the field takes, and Slack would refuse the whole modal. */
function given({ initial, placeholder }: Given, maxLength: number) {
  return {
    ...(initial ? { initial: clip(initial, maxLength) } : {}),
    ...(placeholder ? { placeholder } : {}),
  };
}

function storyFields({ customer, situation, whatWeDid }: Partial<StoryFacts>): TangoBlock[] {
  return [
    line('customer', { label: 'Customer', initial: customer, optional: false }),
    paragraph('situation', { label: 'Their situation', initial: situation }),
    paragraph('whatWeDid', { label: 'What we did', initial: whatWeDid }),
  ];
}

function resultFields({ result }: Partial<StoryFacts>): TangoBlock[] {
  return [
    context('*The result in numbers:* 2 · days · instead of 9 · at each month-end'),
    input({
      blockId: STORY_FIELD.number,
      label: 'Number',
      optional: true,
      element: numberInput({
        action: STORY_FIELD.number,
        ...(result ? { initial: result.number } : {}),
      }),
    }),
    line('unit', { label: 'Unit', initial: result?.unit, placeholder: 'days' }),
    line('baseline', { label: 'Before, or compared with', initial: result?.baseline, placeholder: '9' }),
    line('period', {
      label: 'When, or how often',
      initial: result?.period,
      placeholder: 'at each month-end',
    }),
  ];
}

function quoteFields({ quote }: Partial<StoryFacts>): TangoBlock[] {
  return [
    paragraph('words', { label: 'The customer’s own words', initial: quote?.words }),
    line('speaker', { label: 'Who said it', initial: quote?.speaker }),
    line('speakerTitle', { label: 'Their title', initial: quote?.title }),
  ];
}

function fileFields({ files = [] }: Partial<StoryFacts>): TangoBlock[] {
  const kept = files.map((file) => escapeText(file.name)).join(', ');
  const field = input({
    blockId: STORY_FIELD.files,
    label: 'Pictures or files',
    optional: true,
    element: fileInput({ action: STORY_FIELD.files }),
  });
  return kept ? [field, context(`Here already: ${kept}. They stay with the story.`)] : [field];
}

const CONFIDENTIALITY: Record<Confidentiality, [label: string, description: string]> = {
  named: ['With their name', 'The customer may be named, as far as they permit it below'],
  anonymous: ['Without their name', 'May be told outside as “a hotel group”'],
  internal: ['Inside only', 'For us to learn from; never published'],
};

function confidentialityField(chosen: Confidentiality): InputBlock {
  const values: Confidentiality[] = ['named', 'anonymous', 'internal'];
  const options = values.map((value) => option(CONFIDENTIALITY[value][0], value, CONFIDENTIALITY[value][1]));
  const initial = options.find(({ value }) => value === chosen);
  return input({
    blockId: STORY_FIELD.confidentiality,
    label: 'How may it be told?',
    element: radioButtons({
      action: STORY_FIELD.confidentiality,
      options,
      ...(initial ? { chosen: initial } : {}),
    }),
  });
}
