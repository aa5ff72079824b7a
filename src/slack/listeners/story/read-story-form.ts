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

const StoryForm = z
  .object({
    customer: Needed.max(200),
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
  })
  .superRefine((form, issues) => {
    if (form.number === null && (form.unit ?? form.baseline ?? form.period) !== null) {
      issues.addIssue({
        code: 'custom',
        path: ['number'],
        message: 'Which number? Or leave all four empty.',
      });
    }
    if (form.words === null && (form.speaker ?? form.speakerTitle) !== null) {
      issues.addIssue({ code: 'custom', path: ['words'], message: 'What did they say?' });
    }
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
  const { number, unit, baseline, period, words, speaker, speakerTitle } = form;
  const { granted, refused, evidence, grantedBy, until } = form;
  return {
    customer,
    situation,
    whatWeDid,
    result: number === null ? null : { number, unit: unit ?? '', baseline, period },
    quote: words === null ? null : { words, speaker, title: speakerTitle },
    files,
    confidentiality,
    permissions: { granted, refused, consent: { evidence, grantedBy, until } },
  };
}

const Link = z.object({
  note: z.url({ protocol: /^https?$/, error: 'Please paste a link that starts with https://.' }).max(2000),
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
  return { kind: 'published', link: note, unpermitted: unpermitted && said };
}
