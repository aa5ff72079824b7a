/** What was filled into the modals of requests, validated: it comes from outside. */
import { z } from 'zod';
import { INSIGHT_KINDS } from '../../../domain/insight/insight-kind.ts';
import type { RequestFacts } from '../../../domain/insight/insight-request.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { KNOWS_WHO_FIELD, REQUEST_FIELD } from '../../action-ids.ts';
import { ChosenPerson, checked } from '../edge/checked.ts';
import {
  chosen,
  chosenDate,
  chosenPeople,
  chosenPerson,
  type FormValues,
  typed,
} from '../edge/form-values.ts';

/** Empty is the domain's to refuse, beside all else. */
const needed = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullable()
    .transform((text) => text ?? '');
const Optional = z.string().max(3000).nullable();

const AskForm: z.ZodType<RequestFacts, unknown> = z.object({
  kind: z.enum(INSIGHT_KINDS, 'Please choose one.'),
  topic: needed(200),
  segment: Optional,
  product: Optional,
  purpose: needed(500),
  people: z.array(ChosenPerson).max(20, 'Please choose 20 people at most.'),
  dueDate: z.iso.date(),
});

export function readAsk(values: FormValues): RequestFacts {
  return checked(AskForm, {
    kind: chosen(values, REQUEST_FIELD.kind),
    topic: typed(values, REQUEST_FIELD.topic),
    segment: typed(values, REQUEST_FIELD.segment),
    product: typed(values, REQUEST_FIELD.product),
    purpose: typed(values, REQUEST_FIELD.purpose),
    people: chosenPeople(values, REQUEST_FIELD.people),
    dueDate: chosenDate(values, REQUEST_FIELD.dueDate),
  });
}

const KnowsWhoForm = z.object({ named: ChosenPerson, note: Optional });

export function readKnowsWho(values: FormValues): { named: PersonId; note: string | null } {
  return checked(KnowsWhoForm, {
    named: chosenPerson(values, KNOWS_WHO_FIELD.named),
    note: typed(values, KNOWS_WHO_FIELD.note),
  });
}
