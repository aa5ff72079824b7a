import { z } from 'zod';
import { refuseFields } from '../../../domain/refusals.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { inWords } from '../../../errors.ts';

/** Fields are named as the use case names them, so that each problem finds its place in the modal. */
export function checked<T>(schema: z.ZodType<T, unknown>, form: unknown): T {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({
    field: String(path[0]),
    refusal: inWords(message),
  }));
  throw refuseFields(problems);
}

/** Who was chosen among the people of Slack: a group of them (`S…`), a channel, or a mention of everybody is none. */
export const ChosenPerson = z
  .string('Please choose a person.')
  .regex(/^[UW][A-Z0-9_]+$/, 'Please choose a person, no group and no channel.')
  .transform((id) => id as PersonId);
