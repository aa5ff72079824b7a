/** How something is refused: the whole of it, a field of a form, or several fields at once. What can be refused stands in refusal-codes. */
import { AppError, type FieldProblem, type Refusal } from '../errors.ts';
import { type FactsOf, type None, REFUSALS, type RefusalCode } from './refusal-codes.ts';

/** Facts may be left out where a code has none. */
type Facts<C extends RefusalCode> = None extends FactsOf<C> ? [] : [facts: FactsOf<C>];

export function refuse<C extends RefusalCode>(code: C, ...[facts]: Facts<C>): AppError {
  return new AppError(REFUSALS[code].kind, refusal(code, facts));
}

/** The same for what a failure underneath has told. */
export function refuseBecause<C extends RefusalCode>(
  cause: unknown,
  code: C,
  ...[facts]: Facts<C>
): AppError {
  return new AppError(REFUSALS[code].kind, refusal(code, facts), { cause });
}

/** A refusal that is said beside the field it is about. */
export function refuseField<C extends RefusalCode>(field: string, code: C, ...facts: Facts<C>): AppError {
  return refuseFields([fieldProblem(field, code, ...facts)]);
}

/** Several at once. A single one speaks for itself. */
export function refuseFields(problems: readonly FieldProblem[]): AppError {
  const [first, ...others] = problems;
  const whole = first && others.length === 0 ? first.refusal : refusal('answers_need_another_look', {});
  return new AppError('invalid', whole, { problems });
}

/**
 * Reads a field and goes on with what it says. Where it cannot be read, what comes after is tried without it, so that everything that is
 * wrong with a form is said at once; a refusal of the whole comes before any of that.
 */
export function readThen<Read, Result>(read: () => Read, then: (told: Read | null) => Result): Result {
  const { told, problems } = attemptRead(read);
  if (problems.length === 0) return then(told);
  throw refuseFields([...problems, ...problemsOf(() => then(null))]);
}

function attemptRead<Read>(read: () => Read): { told: Read | null; problems: readonly FieldProblem[] } {
  try {
    return { told: read(), problems: [] };
  } catch (thrown) {
    return { told: null, problems: fieldsOf(thrown) };
  }
}

function problemsOf(run: () => unknown): readonly FieldProblem[] {
  try {
    run();
    return [];
  } catch (thrown) {
    return fieldsOf(thrown);
  }
}

/** Throws on whatever is no refusal of fields. */
function fieldsOf(thrown: unknown): readonly FieldProblem[] {
  if (thrown instanceof AppError && thrown.problems.length > 0) return thrown.problems;
  throw thrown;
}

export function fieldProblem<C extends RefusalCode>(
  field: string,
  code: C,
  ...[facts]: Facts<C>
): FieldProblem {
  return { field, refusal: refusal(code, facts) };
}

function refusal(code: RefusalCode, facts: object | undefined): Refusal {
  return { code, facts: facts ?? {} };
}
