/** What a card offers is what its lead allows: whoever may press it is not told that the lead has moved on, or that there is nothing to do. */
import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { AppError } from '../../src/errors.ts';
import { sayRefusal } from '../../src/sentences/refusal.ts';
import { LEAD, leadMenuValue } from '../../src/slack/action-ids.ts';
import { LEAD_LISTENERS } from '../../src/slack/listeners/lead/lead.ts';
import { MRKDWN } from '../../src/slack/views/kit/voice.ts';
import { leadButtons, leadMenu } from '../../src/slack/views/lead/lead-buttons.ts';
import {
  assignLead,
  handOverLead,
  reopenLead,
  snoozeLead,
  undoMove,
  wakeLead,
} from '../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { closeLead } from '../../src/usecases/lead/close-lead.ts';
import { mendLead } from '../../src/usecases/lead/mend-lead.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { recordOutcomes } from '../../src/usecases/lead/record-outcomes.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { wakeRestingLeads } from '../../src/usecases/lead/wake-resting-leads.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { leadNow, qualification, receiveOne } from '../support/one-lead.ts';
import { ANA, BEN, MAX } from '../support/people.ts';
import { testLog } from '../support/test-log.ts';

interface At {
  ctx: TestContext;
  leadId: LeadId;
  person: PersonId;
}

const reject = (at: At, reasonCode: string, detail: string | null = null) =>
  rejectLead(at.ctx, { ...at, reasonCode, detail, note: null });
const close = (at: At, outcome: 'won' | 'lost') =>
  closeLead(at.ctx, { ...at, outcome, amount: null, currency: null, on: null, reason: null });

const STEPS = {
  claim: ({ ctx, ...at }: At) => claimLead(ctx, at),
  contacted: ({ ctx, ...at }: At) => markContacted(ctx, at),
  qualify: ({ ctx, leadId }: At) => qualifyLead(ctx, qualification(leadId)),
  release: ({ ctx, ...at }: At) => releaseLead(ctx, at),
  handOver: ({ ctx, ...at }: At) => handOverLead(ctx, { ...at, to: BEN, note: null }),
  assign: ({ ctx, ...at }: At) => assignLead(ctx, { ...at, to: BEN, note: null }),
  wakeNow: ({ ctx, leadId }: At) => wakeLead(ctx, { leadId, person: MAX }),
  snooze: ({ ctx, leadId }: At) => snoozeLead(ctx, { leadId, person: MAX, date: '2026-11-20' }),
  close: (at: At) => reject(at, 'not_our_market'),
  rest: (at: At) => reject(at, 'bad_timing', '2026-11-20'),
  return: (at: At) => reject(at, 'bad_contact_data'),
  duplicate: async (at: At) => {
    const duplicateOf = await receiveOne(at.ctx, { source: 'Fair', name: 'Rui Castelo' });
    return rejectLead(at.ctx, { ...at, reasonCode: 'duplicate', detail: null, note: null, duplicateOf });
  },
  wake: async ({ ctx }: At) => {
    ctx.clock.move(4 * 24 * 60 * 60_000);
    await wakeRestingLeads(ctx);
  },
  mend: ({ ctx, leadId }: At) =>
    mendLead(ctx, { leadId, person: MAX, mended: { phone: '+44 20 7946 0018' } }),
  reopen: ({ ctx, ...at }: At) => reopenLead(ctx, at),
  won: (at: At) => close(at, 'won'),
  lost: (at: At) => close(at, 'lost'),
  crmWon: ({ ctx, leadId }: At) => recordOutcomes(ctx, 'api', [{ leadId, outcome: 'won' }]),
  undo: ({ ctx, leadId }: At) => undoMove(ctx, { leadId, person: MAX }),
} satisfies Record<string, (at: At) => Promise<unknown>>;

type Step = keyof typeof STEPS;

/** Each state, however it is come to. */
const WAYS: readonly (readonly Step[])[] = [
  [],
  ['snooze'],
  ['claim'],
  ['claim', 'undo'],
  ['claim', 'release'],
  ['claim', 'contacted'],
  ['claim', 'contacted', 'undo'],
  ['claim', 'snooze'],
  ['claim', 'snooze', 'wakeNow'],
  ['claim', 'snooze', 'wakeNow', 'undo'],
  ['claim', 'snooze', 'wake'],
  ['claim', 'handOver'],
  ['assign'],
  ['assign', 'undo'],
  ['qualify'],
  ['qualify', 'snooze'],
  ['close'],
  ['close', 'reopen'],
  ['rest'],
  ['rest', 'wake'],
  ['return'],
  ['return', 'mend'],
  ['return', 'mend', 'claim', 'undo'],
  ['duplicate'],
  ['duplicate', 'undo'],
  ['qualify', 'won'],
  ['qualify', 'lost'],
  ['qualify', 'lost', 'reopen'],
  ['crmWon'],
  ['crmWon', 'undo'],
];

async function played(steps: readonly Step[]): Promise<At> {
  const ctx = await testContext('sqlite');
  const at = { ctx, leadId: await receiveOne(ctx), person: ANA };
  for (const step of steps) await STEPS[step](at);
  return at;
}

async function offered({ ctx, leadId }: At): Promise<[action: string, value: string][]> {
  const lead = await leadNow(ctx, leadId);
  const buttons = leadButtons(lead).map(({ action_id, value }) => [action_id ?? '', value ?? ''] as const);
  const menu = leadMenu(lead, ctx.clock.now());
  const entries = menu.options.map(({ value }) => [menu.action_id ?? '', value ?? ''] as const);
  return [...buttons, ...entries].map(([action, value]) => [action, value]);
}

/** What it opens is only opened. */
async function press({ ctx, person }: At, [action, value]: [string, string]): Promise<AppError | null> {
  const slack = { openView: async () => undefined } as never;
  const deps = { ctx, slack, people: {} as never, log: testLog(), accessEnded: async () => undefined };
  const click = { person, value, triggerId: 't', modal: null };
  try {
    await LEAD_LISTENERS.clicks?.[action]?.(deps, click);
    return null;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

/** A manager may whatever there is to do, but claim what was given to somebody. */
async function whoMay({ ctx, leadId }: At, [action]: [string, string]): Promise<PersonId> {
  const lead = await leadNow(ctx, leadId);
  return action === LEAD.claim && lead.owner ? lead.owner : MAX;
}

describe.each(WAYS.map((steps) => [steps.join(', ') || 'nothing', steps] as const))(
  'after %s',
  (_name, steps) => {
    it('nothing is offered that the lead does not allow, and at most five entries', async () => {
      const count = (await offered(await played(steps))).length;
      for (let n = 0; n < count; n++) {
        const at = await played(steps);
        const all = await offered(at);
        const refused = await press({ ...at, person: await whoMay(at, all[n]!) }, all[n]!);
        expect([all[n], refused?.refusal ?? null]).toEqual([all[n], null]);
      }
      const { ctx, leadId } = await played(steps);
      const { options } = leadMenu(await leadNow(ctx, leadId), ctx.clock.now());
      expect(options.length).toBeLessThanOrEqual(5);
    });
  },
);

it('Whoever may not is told who may', async () => {
  const at = await played(['claim']);
  const lead = await leadNow(at.ctx, at.leadId);
  const by = (choice: 'snooze' | 'wake' | 'release' | 'hand_over') =>
    LEAD_LISTENERS.clicks?.lead_menu?.(
      {
        ctx: at.ctx,
        slack: {} as never,
        people: {} as never,
        log: testLog(),
        accessEnded: async () => undefined,
      },
      { person: BEN, value: leadMenuValue.encode(choice, lead), triggerId: 't', modal: null },
    );
  for (const [choice, words] of [
    ['snooze', 'snooze'],
    ['wake', 'snooze'],
    ['release', 'release'],
    ['hand_over', 'hand over'],
  ] as const) {
    const thrown = await Promise.resolve(by(choice)).catch((error: unknown) => error);
    expect(sayRefusal((thrown as AppError).refusal, MRKDWN)).toBe(
      `Only <@${ANA}> or a manager can ${words} this lead.`,
    );
  }
});
