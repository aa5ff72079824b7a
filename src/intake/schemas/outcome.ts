/** What became of a lead, as the CRM's calls and files write it, read into what the use case takes. */
import { z } from 'zod';
import type { LeadId } from '../../domain/lead/lead.ts';
import { readEmail } from '../../reading/lead/email.ts';
import { readStage, type SaidStages, type Stage } from '../../reading/outcome/stage.ts';
import { cleanLine } from '../../reading/text.ts';
import { clip } from '../../sentences/clip.ts';
import { type FileAnswers, TYPED_ANSWERS } from '../../sentences/en/file-answers.ts';
import type { OutcomeInput } from '../../usecases/lead/record-outcomes.ts';
import { amount, currency, toldCurrency } from './amount.ts';
import { instant } from './instant.ts';
import { isObject } from './is-object.ts';
import { ORIGIN_WORDS } from './origin-words.ts';
import type { ReadingContext } from './reading.ts';
import { expected, externalId, line, lineOrNumber, prose } from './text.ts';

/** A file's rows may name their deal. */
export type WrittenOutcome = OutcomeInput & { dealId?: string };

export function outcomeSchema(reading: ReadingContext) {
  return z
    .object({
      leadId: lineOrNumber(100),
      externalId: externalId(),
      source: lineOrNumber(200).describe(ORIGIN_WORDS.sourceOfId),
      // A bad one costs itself alone.
      email: line(320).transform((text) => text && readEmail(text)),
      website: line(200),
      outcome: wonOrLost(reading.file),
      value: amount(),
      currency: currency(),
      at: instant(reading),
      reason: prose(2_000),
      ...(reading.file && { dealId: lineOrNumber(200) }),
    })
    .refine(({ leadId, externalId, email, website }) => leadId || externalId || email || website, {
      ...(reading.file
        ? { message: 'no lead is named: there is no id, e-mail address or website' }
        : { path: ['leadId'], message: 'is required unless externalId, email or website is given' }),
      when: ({ value }) => isObject(value),
    })
    .transform(({ leadId, dealId, value, currency: said, ...rest }, context): WrittenOutcome => {
      const told = toldCurrency({ written: value, said, assumed: reading.file?.currency ?? null }, context);
      const deal = value && { value: value.plain, currency: told };
      const ids = { leadId: leadId as LeadId | null, dealId: (dealId ?? null) as string | null };
      return withoutNulls({ ...rest, ...deal, ...ids });
    });
}

/** In the words of whoever sends it; what is still open is nothing to record. */
function wonOrLost(file: ReadingContext['file']) {
  const said: SaidStages | undefined = file && (file.stages ?? {});
  return z
    .string({ error: expected('must be "won" or "lost"') })
    .overwrite(cleanLine)
    .min(1, 'is required')
    .meta({ enum: ['won', 'lost'] })
    .transform((text, context) => {
      const stage = readStage(text, said);
      if (stage === 'won' || stage === 'lost') return stage;
      context.issues.push({
        code: 'custom',
        message: saidWrong(text, { stage, answers: file && (file.answers ?? TYPED_ANSWERS) }),
        input: text,
      });
      return z.NEVER;
    });
}

function saidWrong(
  text: string,
  { stage, answers }: { stage: Stage | null; answers: FileAnswers | undefined },
): string {
  if (stage === 'open') return 'is of a deal that is still open';
  if (!answers) return 'must be "won" or "lost"';
  const word = JSON.stringify(clip(text, WORD_SHOWN));
  return `${word} is a stage that is not known: ${answers.stage(word)}`;
}

const WORD_SHOWN = 60;

type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** What was said, without the keys about which nothing was. */
function withoutNulls<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) as Present<T>;
}
