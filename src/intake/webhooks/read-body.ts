import { z } from 'zod';
import { AppError, inWords } from '../../errors.ts';
import { cleanLine } from '../../reading/text.ts';
import { fieldProblems } from '../schemas/problems.ts';

/** What the vendor sent, as far as we know it; an authentic body of another shape is refused with its bad fields named. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new AppError('invalid', inWords('This is not what the vendor documents; nothing was taken'), {
    problems: fieldProblems(result.error),
  });
}

/** An id of the vendor's, of characters that every database keeps; numbers become text. */
export const id = z
  .union([z.string(), z.number()], { error: 'must be an id' })
  .transform((given) => cleanLine(String(given).replaceAll('\0', '')))
  .pipe(z.string().min(1, 'is required').max(2_000, 'is longer than any id'));

/** What may be missing or odd without making the rest worthless. */
export const optionalText = z.string().nullish().catch(null);

/** Whatever it is, or nothing at all. */
export const anything = z.unknown().optional();

/** The vendor's number of a page or an account, where it is known. */
export const account = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,40}$/))
  .nullish()
  .catch(null)
  .transform((known) => known ?? null);

/** A vendor cannot be asked to mend one member of many: the good ones are taken, and how many were not is told. All bad is a refusal. */
export function readMembers<T>(
  schema: z.ZodType<T, unknown>,
  members: readonly unknown[],
): { members: T[]; unread: number } {
  const read = members.map((member) => schema.safeParse(member));
  const good = read.flatMap((each) => (each.success ? [each.data] : []));
  const unread = members.length - good.length;
  if (unread > 0 && good.length === 0) readBody(z.array(schema), members);
  return { members: good, unread };
}
