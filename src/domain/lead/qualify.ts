import type { Definition } from '../definition/definition.ts';
import type { Money } from '../money/money.ts';
import { refuse, refuseField } from '../refusals.ts';
import { assertWorkable, type By } from './claim.ts';
import type { Lead, Qualification } from './lead.ts';
import type { Move } from './lead-event.ts';

export interface QualifyInput {
  /** Codes of the criteria that are ticked. */
  met: readonly string[];
  exception: string | null;
  value: Money | null;
  nextStep: string | null;
  nextStepOn: string | null;
  note: string | null;
}

/** From a new card it claims as well. Qualifying says that there was a contact. */
export function qualify(lead: Lead, by: By, input: QualifyInput, agreed: Definition, now: number): Move {
  assertWorkable(lead, by, { states: ['new', 'claimed'], what: 'qualify' });
  const qualification = judge(input, agreed);
  return {
    lead: {
      ...lead,
      state: 'qualified',
      owner: lead.owner ?? by.person,
      claimedAt: lead.claimedAt ?? now,
      contactedAt: lead.contactedAt ?? now,
      verdictAt: now,
      verdictBy: by.person,
      qualification,
      verdictNote: input.note,
      value: input.value,
    },
    event: {
      kind: 'qualified',
      at: now,
      actor: by.person,
      data: { note: input.note, exception: qualification.exception, value: input.value },
    },
  };
}

function judge(input: QualifyInput, { version, criteria }: Definition): Qualification {
  assertSameList(input.met, criteria);
  const isMet = (code: string) => input.met.includes(code);
  const missed = criteria.filter((criterion) => !isMet(criterion.code));
  const missing = missed.filter((criterion) => criterion.required);
  const exception = missing.length > 0 ? input.exception?.trim() || null : null;
  if (missing.length > 0 && !exception)
    throw refuseField('exception', 'exception_needed', { missing: missing.map(({ label }) => label) });
  return {
    definitionVersion: version,
    met: criteria.map((criterion) => criterion.code).filter(isMet),
    missed: missed.map((criterion) => criterion.code),
    exception,
    nextStep: input.nextStep,
    nextStepOn: input.nextStepOn,
  };
}

/** What was ticked is from a list that has been replaced while the modal was open. */
function assertSameList(met: readonly string[], criteria: Definition['criteria']): void {
  if (met.every((code) => criteria.some((criterion) => criterion.code === code))) return;
  throw refuse('definition_changed');
}
