/** Leads of two campaigns of which sales rejected fourteen in week 47, and the Monday on which marketing is asked about them. */
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { Change, RejectsId } from '../../src/domain/rejects/rejects.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { parseWeek } from '../../src/domain/time/week.ts';
import { claimLead } from '../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { answerRejects } from '../../src/usecases/rejects/answer-rejects.ts';
import { askAboutRejects } from '../../src/usecases/rejects/ask-about-rejects.ts';
import { berlin } from './berlin.ts';
import { type TestContext, testContext } from './context.ts';
import type { DIALECTS } from './databases.ts';
import { ANA, BEN, MIA } from './people.ts';
import { renderedMessage } from './rendered.ts';
import { BERLIN } from './sample-lead.ts';

export const W47 = parseWeek('2026-W47');

const TUESDAY = berlin('2026-11-17T10:00');
export const MONDAY = berlin('2026-11-23T09:00');

export interface OneReject {
  campaign: string | null;
  reason: string;
  by?: PersonId;
  note?: string | null;
  source?: string | null;
}

/** Ten of "Hotels Q4", nine of them as not our market, and four of "Spa". */
export const FOURTEEN: readonly OneReject[] = [
  ...Array.from({ length: 9 }, (_, n) => ({
    campaign: 'Hotels Q4',
    reason: 'not_our_market',
    by: n % 2 === 0 ? ANA : BEN,
    note: n === 4 ? '2 rooms only, wants the free plan' : null,
  })),
  { campaign: 'Hotels Q4', reason: 'no_budget' },
  ...Array.from({ length: 4 }, () => ({ campaign: 'Spa', reason: 'no_need' })),
];

export function rejectedWorld(
  dialect: (typeof DIALECTS)[number],
  firstStart: Parameters<typeof testContext>[1] = {},
): Promise<TestContext> {
  return testContext(dialect, {
    startAt: TUESDAY,
    ...firstStart,
    firstStart: { timezone: BERLIN, ...firstStart.firstStart },
  });
}

export async function rejectSome(ctx: TestContext, rejects: readonly OneReject[]): Promise<LeadId[]> {
  const ids: LeadId[] = [];
  for (const [n, { campaign, reason, by = ANA, note = null, source = 'Meta' }] of rejects.entries()) {
    const facts = { source: source ?? '', campaign, name: `Guest ${n}`, company: `Inn ${n}` };
    const [received] = await receiveLeads(ctx, [facts], { by: 'api', post: 'all' });
    const leadId = received!.id;
    await claimLead(ctx, { leadId, person: by });
    await rejectLead(ctx, { leadId, person: by, reasonCode: reason, detail: null, note });
    ids.push(leadId);
  }
  return ids;
}

/** The fourteen, and the questions about them. */
export async function asked(
  dialect: (typeof DIALECTS)[number],
): Promise<{ ctx: TestContext; leads: LeadId[] }> {
  const ctx = await rejectedWorld(dialect);
  const leads = await rejectSome(ctx, FOURTEEN);
  ctx.clock.moveTo(MONDAY);
  await askAboutRejects(ctx, W47);
  return { ctx, leads };
}

export const HOTELS = 'rejects_0001' as RejectsId;
export const SPA = 'rejects_0002' as RejectsId;

export function give(
  ctx: TestContext,
  {
    id = HOTELS,
    person = MIA,
    change = 'targeting',
    sentence = '5 houses and more, from Monday.',
  }: {
    id?: RejectsId;
    person?: PersonId;
    change?: Change;
    sentence?: string;
  } = {},
): Promise<void> {
  return answerRejects(ctx, { id, person, given: { change, sentence } });
}

/** What of rejects Slack would show now: where, then what. */
export function saidOf(ctx: TestContext, kind: string): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .selectAll()
      .where('kind', '=', kind as never)
      .orderBy('id')
      .execute();
    const lines: string[] = [];
    for (const row of rows) {
      const shown = await renderedMessage(tx, row, ctx.clock.now());
      const blocks = shown?.blocks ?? [];
      const words = blocks.flatMap((block) =>
        block.type === 'section' && block.text ? [block.text.text] : [],
      );
      const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
      const labels = elements.map((button) => ('text' in button ? `[${button.text?.text}]` : ''));
      const place = row.threadOf ? `${row.target} under ${row.threadOf}` : row.target;
      lines.push(`${place}: ${[...words, labels.join('')].filter(Boolean).join('\n')}`);
    }
    return lines;
  });
}
