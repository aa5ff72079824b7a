import { FIRST_DEFINITION } from '../../domain/definition/definition.ts';
import { assign, handOver, reopen, snooze, wakeNow } from '../../domain/lead/assign.ts';
import { mend, wake } from '../../domain/lead/back-to-work.ts';
import { type By, claim, contacted, release } from '../../domain/lead/claim.ts';
import { close } from '../../domain/lead/close.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { LeadEvent, Move } from '../../domain/lead/lead-event.ts';
import { qualify } from '../../domain/lead/qualify.ts';
import { receive } from '../../domain/lead/receive.ts';
import { reject } from '../../domain/lead/reject.ts';
import { isUndoable, undo } from '../../domain/lead/undo.ts';
import { FIRST_REASONS, type RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import { HOUR, MINUTE } from '../../domain/time/duration.ts';
import type { Said } from './entry.ts';
import { ANA, ARRIVED, BEN, MAX, SETTINGS, TODAY } from './sample-people.ts';

export interface Life {
  lead: Lead;
  /** Its last move. */
  event: LeadEvent;
  history: readonly LeadEvent[];
}

export const LATER = ARRIVED + HOUR;

const BY: By = { person: ANA, isManager: false };
const CLOSED = { now: LATER + HOUR, timezone: SETTINGS.timezone };

/** One lead after each thing that can happen to it, brought there by the domain's own verbs. */
export function sampleLives(said: Said) {
  const arrived = begin(said);
  const claimed = next(arrived, claim(arrived.lead, BY, ARRIVED + 4 * MINUTE));
  const spoken = next(claimed, contacted(claimed.lead, BY, ARRIVED + 20 * MINUTE));
  const qualified = next(spoken, qualify(spoken.lead, BY, verdict(said), FIRST_DEFINITION, LATER));
  const resting = rejected(claimed, 'bad_timing', { detail: '2027-03-01', said });
  const returned = rejected(claimed, 'bad_contact_data', { detail: null, said });
  const snoozed = next(claimed, snooze(claimed.lead, BY, LATER + 24 * HOUR, LATER));
  const to = { person: BEN, note: said('You know them from the fair.') };
  const before = claimed.lead;
  return {
    new: arrived,
    claimed,
    contacted: spoken,
    qualified,
    won: next(qualified, close(qualified.lead, BY, { ...sampleOutcome(said), outcome: 'won' }, CLOSED)),
    lost: next(qualified, close(qualified.lead, BY, { ...sampleOutcome(said), outcome: 'lost' }, CLOSED)),
    rejected: rejected(claimed, 'not_our_market', { detail: null, said }),
    unreachable: rejected(claimed, 'unreachable', { detail: '3', said }),
    resting,
    returned,
    released: next(claimed, release(claimed.lead, BY, LATER)),
    assigned: next(arrived, assign(arrived.lead, { person: MAX, isManager: true }, to, LATER)),
    'handed over': next(claimed, handOver(claimed.lead, BY, to, LATER)),
    snoozed,
    woken: next(snoozed, wakeNow(snoozed.lead, BY, LATER + HOUR)),
    reopened: next(returned, reopen(returned.lead, BY, LATER)),
    'off its rest': next(resting, wake(resting.lead, { toOwner: false, now: LATER })),
    'back to its owner': next(resting, wake(resting.lead, { toOwner: true, now: LATER })),
    mended: next(returned, mend(returned.lead, ANA, { phone: said('+44 20 7946 0018') }, LATER)),
    undone: next(spoken, undo(spoken.lead, BY, { ...spoken.event, before }, ARRIVED + 21 * MINUTE)),
  } satisfies Record<string, Life>;
}

function begin(said: Said): Life {
  const facts = {
    ...{ source: said('Webinar'), campaign: said('Hotels Q4'), name: said('Dana Whitfield') },
    ...{ company: said('Harbour Hotels'), title: said('Head of Operations'), email: 'dana@harbour.example' },
    ...{ segment: said('Hospitality'), companySize: said('200–500'), region: said('UK') },
    message: said('We run 14 properties and lose two days a month on reconciliation.'),
    reason: said('3 visits to pricing, opened the hotel case study'),
    priority: 'hot' as const,
    fields: { [said('utm_term')]: said('reconciliation') },
  };
  const reception = {
    id: 'lead_1' as LeadId,
    actor: 'api',
    post: 'all',
    undated: 'new',
    now: ARRIVED,
  } as const;
  const { lead, event } = receive(facts, { ...reception, settings: SETTINGS });
  return { lead, event, history: [event] };
}

function next(life: Life, { lead, event }: Move): Life {
  const history = [...life.history, event];
  const isBack = event.kind === 'undone';
  const undoMove = isBack || isUndoable(event) ? `event_${history.length - (isBack ? 2 : 0)}` : null;
  return { lead: { ...lead, undoMove }, event, history };
}

function verdict(said: Said) {
  return {
    met: ['fits', 'need'],
    exception: said('Their CFO joins the next call.'),
    value: { minor: 1_800_000, currency: 'EUR' },
    nextStep: said('Demo with finance'),
    nextStepOn: '2026-11-24',
    note: said('Month-end takes nine days.'),
  };
}

function sampleOutcome(said: Said) {
  return {
    on: null,
    value: { minor: 1_950_000, currency: 'EUR' },
    reason: said('They stay with paper'),
  };
}

function rejected(life: Life, code: string, { detail, said }: { detail: string | null; said: Said }): Life {
  const input = { reason: reasonOf(code), detail, note: said('Only from 2028 on.') };
  return next(life, reject(life.lead, BY, input, { now: LATER, today: TODAY }));
}

export function reasonOf(code: string): RejectReason {
  const reason = FIRST_REASONS.find((known) => known.code === code);
  if (!reason) throw new Error(`There is no reject reason ${code}`);
  return reason;
}
