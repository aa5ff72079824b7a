/** What was filled into the modals of stories, validated: it comes from outside. */
import { z } from 'zod';
import type { StoryDecision } from '../../../domain/story/decide.ts';
import { USES } from '../../../domain/story/permission.ts';
import { CONFIDENTIALITIES, type Telling } from '../../../domain/story/story.ts';
import { DECISION_FIELD, STORY_FIELD } from '../../action-ids.ts';
import type { DecisionStep } from '../../views/story/decision-modals.ts';
import { checked } from '../edge/checked.ts';
import { chosen, chosenDate, type FormValues, ticked, typed, uploaded } from '../edge/form-values.ts';

const Day = z.iso.date();
const Needed = z.string('Please fill this in.');
const Optional = z.string().max(3000).nullable();

const Files = z.array(
  z
    .object({
      id: z.string(),
      name: z.string().nullish(),
      mimetype: z.string().nullish(),
      permalink: z.string().nullish(),
    })
    .transform(({ id, name, mimetype, permalink }) => ({
      id,
      name: name ?? 'file',
      mimetype: mimetype ?? '',
      permalink: permalink ?? '',
    })),
);

const StoryForm = z.object({
  /** Empty is the domain's to refuse, beside all else. */
  customer: z
    .string()
    .max(200)
    .nullable()
    .transform((text) => text ?? ''),
  situation: Optional,
  whatWeDid: Optional,
  number: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'Please write a number such as 2.5.')
    .nullable(),
  unit: Optional,
  baseline: Optional,
  period: Optional,
  words: Optional,
  speaker: Optional,
  speakerTitle: Optional,
  files: Files,
  confidentiality: z.enum(CONFIDENTIALITIES),
  granted: z.array(z.enum(USES)),
  refused: z.array(z.enum(USES)),
  evidence: Optional,
  grantedBy: Optional,
  until: Day.nullable(),
});

export function readStory(values: FormValues): Telling {
  const texts = Object.values(STORY_FIELD).map((name) => [name, typed(values, name)]);
  const form = checked(StoryForm, {
    ...Object.fromEntries(texts),
    confidentiality: chosen(values, STORY_FIELD.confidentiality),
    files: uploaded(values, STORY_FIELD.files),
    granted: ticked(values, STORY_FIELD.granted),
    refused: ticked(values, STORY_FIELD.refused),
    until: chosenDate(values, STORY_FIELD.until),
  });
  return toTelling(form);
}

function toTelling(form: z.infer<typeof StoryForm>): Telling {
  const { customer, situation, whatWeDid, files, confidentiality } = form;
  const { granted, refused, evidence, grantedBy, until } = form;
  return {
    customer,
    situation,
    whatWeDid,
    result: resultOf(form),
    quote: quoteOf(form),
    files,
    confidentiality,
    permissions: { granted, refused, consent: { evidence, grantedBy, until } },
  };
}

/** Told in part it is kept as it is: the domain says what is missing, beside all else. */
function resultOf({ number, unit, baseline, period }: z.infer<typeof StoryForm>): Telling['result'] {
  const isTold = [number, unit, baseline, period].some((part) => part !== null);
  return isTold ? { number: number ?? '', unit: unit ?? '', baseline, period } : null;
}

function quoteOf({ words, speaker, speakerTitle: title }: z.infer<typeof StoryForm>): Telling['quote'] {
  const isTold = [words, speaker, title].some((part) => part !== null);
  return isTold ? { words: words ?? '', speaker, title } : null;
}

const Link = z.object({
  note: z.string().nullable(),
  unpermitted: z.enum(['left_out', 'used']).nullable(),
  reason: z.string().max(500).nullable(),
});
const Words = z.object({ note: Needed.max(1000) });

export function readDecision(values: FormValues, step: DecisionStep): StoryDecision {
  const form = { note: typed(values, DECISION_FIELD.note) };
  switch (step) {
    case 'asked_back':
      return { kind: step, question: checked(Words, form).note };
    case 'declined':
      return { kind: step, reason: checked(Words, form).note };
    case 'published':
      return readPublished(values);
    default:
      return step satisfies never;
  }
}

function readPublished(values: FormValues): StoryDecision {
  const { note, unpermitted, reason } = checked(Link, {
    note: typed(values, DECISION_FIELD.note),
    unpermitted: chosen(values, DECISION_FIELD.unpermitted),
    reason: typed(values, DECISION_FIELD.reason),
  });
  const said = unpermitted === 'used' ? { kind: unpermitted, reason } : { kind: 'left_out' as const };
  return { kind: 'published', link: note ?? '', unpermitted: unpermitted && said };
}
