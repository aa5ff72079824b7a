/**
 * What marketing sends back to sales must be another than what was said to be wrong: the address that nobody answers at, the person who is not
 * the one. What it was before stays in the history, so that the same is not sent back the next time either.
 *
 * Judged by the keys of domain/lead/match-keys: another way of writing an address does not make it another.
 */
import type { FieldProblem } from '../../errors.ts';
import { fieldProblem } from '../refusals.ts';
import type { Settings } from '../team/settings.ts';
import type { Mended } from './back-to-work.ts';
import type { Lead } from './lead.ts';
import { type LeadEvent, MENDABLE } from './lead-event.ts';
import { withMatchKeys } from './match-keys.ts';
import { isToken } from './token.ts';
import { waysToReach } from './ways-to-reach.ts';

interface Mending {
  lead: Lead;
  mended: Mended;
  history: readonly LeadEvent[];
}

/** Beside each field that cannot be what it says, and where nothing was mended beside what is still as it was. */
export function mendingProblems(mending: Mending, settings: Pick<Settings, 'timezone'>): FieldProblem[] {
  const { email, phone } = { ...mending.lead, ...mending.mended };
  if (!email && !phone) return [fieldProblem('email', 'unreachable')];
  const unreadable = unreadableProblems(mending);
  const beside = unreadable.map(({ field }) => field);
  return [...unreadable, ...sameProblems(mending, settings).filter(({ field }) => !beside.includes(field))];
}

/** What came in as it is may be anything; what somebody writes now is to be one. */
function unreadableProblems({ lead, mended }: Mending): FieldProblem[] {
  const { name, email, phone } = { ...lead, ...mended };
  const problems: FieldProblem[] = [];
  if (name && name !== lead.name && isToken(name.trim())) problems.push(fieldProblem('name', 'name_is_id'));
  if (email && email !== lead.email && !waysToReach(email).email)
    problems.push(fieldProblem('email', 'no_email'));
  if (phone && phone !== lead.phone && !/(\d\D*){4}/.test(phone))
    problems.push(fieldProblem('phone', 'no_phone'));
  return problems;
}

/** None where something that was wrong is another now. */
function sameProblems(
  { lead, mended, history }: Mending,
  settings: Pick<Settings, 'timezone'>,
): FieldProblem[] {
  const before = withMatchKeys(lead, settings);
  const after = withMatchKeys({ ...lead, ...mended }, settings);
  switch (lead.rejection?.reason) {
    case 'bad_contact_data':
      return reachProblems(before, after, saidBadBefore(lead, history, settings));
    case 'wrong_person':
      return isSamePerson(before, after) ? [fieldProblem('name', 'same_person_again')] : [];
    default:
      return MENDABLE.every((field) => folded(before[field]) === folded(after[field]))
        ? [fieldProblem('name', 'nothing_mended')]
        : [];
  }
}

const REACH = ['email', 'phone'] as const;

function reachProblems(before: Lead, after: Lead, bad: readonly Lead[]): FieldProblem[] {
  const isChanged = REACH.some((field) => reach(before, field) !== reach(after, field));
  if (!isChanged) return [fieldProblem(before.email ? 'email' : 'phone', 'same_reach_again')];
  return REACH.filter((field) => {
    const said = reach(after, field);
    return said !== '' && said !== reach(before, field) && bad.some((each) => reach(each, field) === said);
  }).map((field) => fieldProblem(field, 'same_reach_again'));
}

/** The lead as it was each time that it came back for its address or number. */
function saidBadBefore(
  lead: Lead,
  history: readonly LeadEvent[],
  settings: Pick<Settings, 'timezone'>,
): Lead[] {
  return history.flatMap((event) =>
    event.kind === 'mended' && event.data.reason === 'bad_contact_data'
      ? withMatchKeys({ ...lead, email: null, phone: null, ...event.data.was }, settings)
      : [],
  );
}

function isSamePerson(before: Lead, after: Lead): boolean {
  const isNamed = folded(before.name) === folded(after.name);
  return isNamed && REACH.every((field) => reach(before, field) === reach(after, field));
}

function reach({ keys, ...lead }: Lead, field: (typeof REACH)[number]): string {
  return keys[field] ?? folded(lead[field]);
}

function folded(text: string | null): string {
  return (text ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
