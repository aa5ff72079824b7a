/** A planned lead as scenes: its arrival, and each step by the use case that a click would have called. */
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { Context } from '../../src/usecases/context.ts';
import { assignLead } from '../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted } from '../../src/usecases/lead/claim-lead.ts';
import { closeLead } from '../../src/usecases/lead/close-lead.ts';
import { mendLead, prepareMending } from '../../src/usecases/lead/mend-lead.ts';
import type { MoveInput } from '../../src/usecases/lead/move-lead.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { CARDS_SINCE } from './calendar.ts';
import type { PlannedLead, PlannedStep } from './planned-lead.ts';
import type { Scene } from './scene.ts';

export function scenesOf({ at, input, steps }: PlannedLead): Scene[] {
  let leadId: LeadId | null = null;
  const arrival: Scene = {
    at,
    play: async (ctx) => {
      const post = at >= CARDS_SINCE ? 'all' : 'none';
      const [received] = await receiveLeads(ctx, [input], { by: 'api', post });
      leadId = received?.id ?? null;
    },
  };
  const moves = steps.map((step) => ({
    at: step.at,
    play: async (ctx: Context) => leadId && take(ctx, leadId, step),
  }));
  return [arrival, ...moves];
}

function take(ctx: Context, leadId: LeadId, step: PlannedStep): Promise<unknown> {
  const who = { leadId, person: step.person };
  switch (step.kind) {
    case 'claim':
      return claimLead(ctx, who);
    case 'contact':
      return markContacted(ctx, who);
    case 'assign':
      return assignLead(ctx, { ...who, to: step.to, note: null });
    case 'mend':
      return mend(ctx, who);
    case 'qualify': {
      const { amount, nextStep, nextStepOn } = step;
      return qualifyLead(ctx, {
        ...who,
        met: MET,
        exception: null,
        note: null,
        amount,
        nextStep,
        nextStepOn,
      });
    }
    case 'reject':
      return rejectLead(ctx, { ...who, reasonCode: step.reason, detail: step.detail, note: step.note });
    case 'won':
    case 'lost':
      return closeLead(ctx, { ...who, outcome: step.kind, reason: step.reason, ...AS_IT_STANDS });
    default:
      return step satisfies never;
  }
}

/** Found on their website. */
async function mend(ctx: Context, who: MoveInput): Promise<unknown> {
  const { lead } = await prepareMending(ctx, who);
  const { name, title, company, email } = lead;
  const domain = email?.split('@')[1] ?? 'example.com';
  return mendLead(ctx, {
    ...who,
    mended: { ...{ name, title, company }, email: `office@${domain}`, phone: OFFICE_NUMBER },
  });
}

/** Of those that Ofcom keeps for fiction. */
const OFFICE_NUMBER = '+44 20 7946 0990';

/** Of the definition that a new team starts with. */
const MET = ['fits', 'need', 'decides'];

/** The value that it was qualified with, today. */
const AS_IT_STANDS = { amount: null, currency: null, on: null };
