/** What a rep does with a lead, step by step; each step is an effect in its history. */
import type { Effect } from '../promised.ts';

export interface Step {
  effect: Effect;
  press: { button: string } | { menu: string } | { button: string; modal: keyof typeof MODALS };
}

const claim: Step = { effect: 'claimed', press: { button: 'Claim' } };
const contacted: Step = { effect: 'contacted', press: { button: 'Contacted' } };
const undo: Step = { effect: 'undone', press: { menu: 'Undo the last move' } };
const qualify: Step = { effect: 'qualified', press: { button: 'Qualify', modal: 'lead_qualify_modal' } };
const reject: Step = { effect: 'rejected', press: { button: 'Reject', modal: 'lead_reject_modal' } };

export const MODALS = {
  lead_qualify_modal: { criteria: ['fits', 'need', 'decides'], amount: '1,200', note: 'Board in May.' },
  lead_reject_modal: { reason: 'Not our market' },
};

const SCRIPTS: readonly (readonly Step[])[] = [
  [claim, contacted],
  [claim, contacted, qualify],
  [claim, reject],
  [qualify],
  [claim, undo, claim],
  [reject],
  [claim, qualify],
];

export function scriptFor(lead: string): readonly Step[] {
  const number = Number(lead.split('-')[1]);
  return SCRIPTS[number % SCRIPTS.length] ?? [];
}
