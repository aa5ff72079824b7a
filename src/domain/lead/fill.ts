/**
 * What a file that is read better than before tells of a lead that is here: what was empty is filled, and nothing that is there is changed. A lead that
 * somebody has worked on stays as it is.
 */
import { isTouched } from '../import/import.ts';
import { isPerson } from '../team/actor.ts';
import type { Lead } from './lead.ts';
import { type ChangedFact, FILLABLE, type FillableFact, type LeadEvent, type Move } from './lead-event.ts';
import type { LeadInput } from './receive.ts';
import type { PastMove } from './undo.ts';

export interface Filling {
  facts: ChangedFact[];
  /** Its other answers: those of names that it does not have yet. */
  fields: [name: string, text: string][];
}

/** What it would fill, whoever has worked on the lead; null: nothing. */
export function fillingOf(lead: Lead, input: LeadInput): Filling | null {
  const facts = FILLABLE.flatMap((fact): ChangedFact[] => {
    if (fact === 'receivedAt') return dated(lead, input);
    const is = fact === 'campaign' ? (input.campaign ?? input.campaignId) : input[fact];
    return is == null || is === '' || lead[fact] !== null ? [] : [{ fact, was: null, is }];
  });
  const fields = Object.entries(input.fields ?? {}).filter(([name]) => !Object.hasOwn(lead.fields, name));
  return facts.length === 0 && fields.length === 0 ? null : { facts, fields };
}

/** A row without a date counts from the moment of its import, and such a lead that has no card was promised nothing by that moment. */
function dated(lead: Lead, { receivedAt }: LeadInput): ChangedFact[] {
  const isUndated = lead.receivedAt === lead.createdAt && lead.cardChannel === null;
  if (!isUndated || receivedAt === undefined || receivedAt >= lead.receivedAt) return [];
  return [{ fact: 'receivedAt', was: iso(lead.receivedAt), is: iso(receivedAt) }];
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** A person has claimed, judged, mended or merged it, or said anything of it. What files have told is nobody's work. */
export function isWorkedOnByPerson({ mergedInto }: Lead, history: readonly PastMove[]): boolean {
  return mergedInto !== null || isTouched(history.filter(({ actor }) => isPerson(actor)));
}

export function fill(lead: Lead, { facts, fields }: Filling, now: number): Move {
  const data = {
    ...{ what: 'facts_changed' as const, meetingAt: null, note: null },
    ...{ facts, fields: fields.map(([name]) => name) },
  };
  return {
    lead: {
      ...lead,
      ...valuesOf(facts, ({ is }) => is),
      fields: { ...lead.fields, ...Object.fromEntries(fields) },
    },
    event: { kind: 'changed_there', at: now, actor: 'import', data },
  };
}

/** The lead as it was before it was filled so; null: it says something else by now. */
export function emptyAgain(lead: Lead, { data }: LeadEvent<'changed_there'>): Lead | null {
  const facts = data.facts ?? [];
  const names = data.fields ?? [];
  // What a campaign is called may have changed since, and it is the same one.
  const isAsFilled = facts.every(({ fact, is }) => fact === 'campaign' || saidOf(lead, fact) === is);
  if (!isAsFilled) return null;
  const fields = Object.fromEntries(Object.entries(lead.fields).filter(([name]) => !names.includes(name)));
  const emptied: Lead = { ...lead, ...valuesOf(facts, ({ was }) => was), fields };
  const { spelled, ...rest } = emptied;
  return spelled ? { ...rest, spelled: { ...spelled, campaign: rest.campaign && spelled.campaign } } : rest;
}

function saidOf(lead: Lead, fact: FillableFact): string | null {
  return fact === 'receivedAt' ? iso(lead.receivedAt) : lead[fact];
}

function valuesOf(facts: readonly ChangedFact[], textOf: (fact: ChangedFact) => string | null) {
  return Object.fromEntries(
    facts.map((each) => {
      const text = textOf(each);
      return [each.fact, each.fact === 'receivedAt' && text !== null ? Date.parse(text) : text];
    }),
  );
}

/** By what was filled, for who is to decide: of the other answers their names. */
export function namesOfFilled({ facts, fields }: Filling): string[] {
  return [...facts.map(({ fact }) => fact), ...fields.map(([name]) => `fields.${name}`)];
}

/** Whether this is what a file filled in. */
export function isFilling<Event extends LeadEvent>(
  event: Event,
): event is Event & LeadEvent<'changed_there'> {
  return event.kind === 'changed_there' && event.actor === 'import';
}
