/** What was filled into the modals of requests and stories, validated: it comes from outside. */
import { z } from 'zod';
import { INSIGHT_KINDS } from '../../../domain/insight/insight-kind.ts';
import type { RequestFacts } from '../../../domain/insight/insight-request.ts';
import type { StoryDecision } from '../../../domain/story/decide.ts';
import { USES } from '../../../domain/story/permission.ts';
import { CONFIDENTIALITIES, type Telling } from '../../../domain/story/story.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { DECISION_FIELD, KNOWS_WHO_FIELD, REQUEST_FIELD, STORY_FIELD } from '../../action-ids.ts';
import type { DecisionStep } from '../../views/story/decision-modals.ts';
import { checked } from '../edge/checked.ts';
import { chosen, chosenDate, type FormValues, ticked, typed } from '../edge/form.ts';

const Person = z
  .string()
  .regex(/^[UW][A-Z0-9_]+$/)
  .transform((id) => id as PersonId);
const Day = z.iso.date();
const Needed = z.string('Please fill this in.');
const Optional = z.string().max(3000).nullable();

const AskForm: z.ZodType<RequestFacts, unknown> = z.object({
  kind: z.enum(INSIGHT_KINDS, 'Please choose one.'),
  topic: Needed.max(200),
  segment: Optional,
  product: Optional,
  purpose: Needed.max(500),
  people: z.array(Person).max(20, 'Please choose 20 people at most.'),
  dueDate: Day,
});

export function readAsk(values: FormValues): RequestFacts {
  return checked(AskForm, {
    kind: chosen(values, REQUEST_FIELD.kind),
    topic: typed(values, REQUEST_FIELD.topic),
    segment: typed(values, REQUEST_FIELD.segment),
    product: typed(values, REQUEST_FIELD.product),
    purpose: typed(values, REQUEST_FIELD.purpose),
    people: state(values, REQUEST_FIELD.people)?.selected_users ?? [],
    dueDate: chosenDate(values, REQUEST_FIELD.dueDate),
  });
}

const KnowsWhoForm = z.object({ named: Person, note: Optional });

export function readKnowsWho(values: FormValues): { named: PersonId; note: string | null } {
  const named = state(values, KNOWS_WHO_FIELD.named)?.selected_user;
  return checked(KnowsWhoForm, { named, note: typed(values, KNOWS_WHO_FIELD.note) });
}

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
    files: state(values, STORY_FIELD.files)?.files ?? [],
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

export function readClosing(values: FormValues, step: DecisionStep): StoryDecision {
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

function state(values: FormValues, name: string): FormValues[string][string] | undefined {
  return values[name]?.[name];
}
