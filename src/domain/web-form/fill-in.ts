/** What a better understanding of a form’s questions makes of a lead that came by it before. */
import type { Lead } from '../lead/lead.ts';
import { CHANGEABLE, type ChangeableFact, type ChangedFact, type Move } from '../lead/lead-event.ts';
import type { PersonId } from '../team/actor.ts';
import { type Meanings, type QuestionMeaning, saidOf } from './web-form.ts';

/** As a door reads it; null: it is nothing of the kind. */
export type ReadAnswer = (fact: ChangeableFact | 'firstName' | 'lastName', text: string) => string | null;

interface Understood {
  meanings: Meanings;
  read: ReadAnswer;
  by: PersonId;
  now: number;
  /** What somebody has mended, and perhaps emptied. */
  mended: ReadonlySet<string>;
}

/** Fills what is empty and changes nothing that is there. Null: there is nothing to fill. */
export function fillIn(lead: Lead, { meanings, read, by, now, mended }: Understood): Move | null {
  const told = toldFacts(lead, meanings, read);
  const facts = CHANGEABLE.flatMap((fact): ChangedFact<ChangeableFact>[] => {
    const is = told.facts.get(fact);
    return is === undefined || lead[fact] !== null || mended.has(fact) ? [] : [{ fact, was: null, is }];
  });
  if (facts.length === 0) return null;
  const used = new Set(facts.flatMap(({ fact }) => told.labels.get(fact) ?? []));
  const fields = Object.fromEntries(Object.entries(lead.fields).filter(([label]) => !used.has(label)));
  const data = { what: 'facts_changed' as const, meetingAt: null, note: null, facts, fields: [] };
  return {
    lead: { ...lead, ...Object.fromEntries(facts.map(({ fact, is }) => [fact, is])), fields },
    event: { kind: 'changed_there', at: now, actor: by, data },
  };
}

function toldFacts(lead: Lead, meanings: Meanings, read: ReadAnswer) {
  const facts = new Map<ChangeableFact, string>();
  const labels = new Map<ChangeableFact, string[]>();
  const parts: Record<'firstName' | 'lastName', string> = { firstName: '', lastName: '' };
  for (const [label, text] of Object.entries(lead.fields)) {
    const asked = saidOf(meanings, label);
    if (asked === undefined || !isFact(asked)) continue;
    const is = read(asked, text);
    const fact = asked === 'firstName' || asked === 'lastName' ? 'name' : asked;
    if (is === null || facts.has(fact)) continue;
    if (asked === 'firstName' || asked === 'lastName') parts[asked] ||= is;
    else facts.set(fact, is);
    labels.set(fact, [...(labels.get(fact) ?? []), label]);
  }
  const name = [parts.firstName, parts.lastName].filter(Boolean).join(' ');
  if (name !== '' && !facts.has('name')) facts.set('name', name);
  return { facts, labels };
}

function isFact(asked: QuestionMeaning): asked is ChangeableFact | 'firstName' | 'lastName' {
  return asked === 'firstName' || asked === 'lastName' || CHANGEABLE.some((fact) => fact === asked);
}
