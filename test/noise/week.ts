/** A week of a team, played through the whole bot: leads arrive, people work on them or do not, and every ten minutes the clock of the jobs ticks. */
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { calendarOf, type Leave } from '../../src/domain/team/person.ts';
import { isWorkingTime } from '../../src/domain/time/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time/duration.ts';
import { AppError } from '../../src/errors.ts';
import { findLead } from '../../src/store/lead/lead.ts';
import { recordMover, updateOwnTime } from '../../src/store/team/person.ts';
import { loadSettings } from '../../src/store/team/settings.ts';
import { assignLead } from '../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { qualification } from '../support/one-lead.ts';
import { ANA, BEN, LEADS, MAX, MIA } from '../support/people.ts';
import { chance } from '../support/random.ts';
import { BERLIN } from '../support/sample-lead.ts';
import { startWorld, type World } from '../support/world.ts';

const id = (text: string) => text as PersonId;
export const OLGA = id('U_OLGA');
const CAI = id('U_CAI');
const DEA = id('U_DEA');
const NIA = id('U_NIA');
const REPS = [ANA, BEN, OLGA, CAI, DEA];
export const EVERYBODY = [...REPS, MIA, NIA, MAX];

const MORE = [
  { id: CAI, name: 'cai', realName: 'Cai Costa', title: 'Sales', timezone: BERLIN },
  { id: DEA, name: 'dea', realName: 'Dea Duarte', title: 'Sales', timezone: BERLIN },
  { id: NIA, name: 'nia', realName: 'Nia Novak', title: 'Marketing', timezone: BERLIN },
];

export const NEXT = 'C_NEXT';
export const TICK = 10 * MINUTE;

export interface WeekOptions {
  seed: number;
  leads: number;
  /** Midnight, UTC. */
  startAt: number;
  /** Of a hundred chances a tick, how often a rep does something. */
  diligence: number;
  leave?: { person: PersonId; days: Leave };
  /** Rows of an old file, on the second day. */
  imported?: number;
  /** On the third day the leads channel is archived, and another chosen an hour later. */
  archives?: boolean;
}

export interface Week {
  world: World;
  ticks: number[];
}

export async function playWeek(options: WeekOptions): Promise<Week> {
  const world = await startWorld({
    startAt: options.startAt,
    people: MORE,
    firstStart: { timezone: BERLIN, managers: [MAX], marketers: [MIA, NIA] },
  });
  await meet(world, options);
  const ticks = Array.from({ length: (7 * DAY) / TICK }, (_, n) => options.startAt + (n + 1) * TICK);
  const play = new Play(world, options);
  for (const at of ticks) {
    // Settling may have moved the clock a little.
    world.clock.moveTo(at);
    await play.tick(at);
    await world.bot.jobs.runOnce();
    await world.settle(TICK - MINUTE);
  }
  return { world, ticks };
}

async function meet({ bot, clock }: World, { leave }: WeekOptions): Promise<void> {
  await bot.jobs.runOnce();
  await bot.ctx.db.transaction(async (tx) => {
    for (const person of EVERYBODY) await recordMover(tx, person, clock.now());
    if (!leave) return;
    const own = { hours: null, nextHours: null, region: null, leave: [leave.days] };
    await updateOwnTime(tx, leave.person, own, clock.now());
  });
  await bot.jobs.runOnce();
}

class Play {
  readonly #world: World;
  readonly #options: WeekOptions;
  readonly #chance: ReturnType<typeof chance>;
  readonly #arrivals: number[];
  readonly #leads: LeadId[] = [];

  constructor(world: World, options: WeekOptions) {
    this.#world = world;
    this.#options = options;
    this.#chance = chance(options.seed);
    // Mostly by day, some at night and at the weekend.
    const within = () => this.#chance.below(5) * DAY + (6 + this.#chance.below(14)) * HOUR;
    this.#arrivals = Array.from(
      { length: options.leads },
      () => options.startAt + within() + this.#chance.below(6) * TICK,
    ).sort((a, b) => a - b);
  }

  async tick(now: number): Promise<void> {
    const { bot } = this.#world;
    while ((this.#arrivals[0] ?? Number.POSITIVE_INFINITY) <= now) {
      this.#arrivals.shift();
      const n = this.#leads.length;
      const priority = n % 7 === 0 ? ('hot' as const) : ('standard' as const);
      const input = { source: 'Webinar', name: `Lead ${n}`, company: `Company ${n}`, priority };
      const [received] = await receiveLeads(bot.ctx, [input], { by: 'api', post: 'all' });
      this.#leads.push(received!.id);
    }
    if (now === this.#options.startAt + DAY + 9 * HOUR) await this.#import();
    if (this.#options.archives) await this.#archive(now - this.#options.startAt - 2 * DAY - 9 * HOUR);
    for (const person of REPS) await this.#maybeWork(person, now);
  }

  /** At nine, UTC; an hour later a manager names another. */
  async #archive(since: number): Promise<void> {
    const { emulator, bot } = this.#world;
    if (since === 0) emulator.admin.archive(LEADS);
    if (since !== HOUR) return;
    emulator.admin.addChannel({
      ...{ id: NEXT, name: 'leads-2027' },
      members: [...EVERYBODY, emulator.workspace.app.botUserId],
    });
    await changeSettings(bot.ctx, { person: MAX, change: () => ({ leadsChannel: NEXT }) });
  }

  async #import(): Promise<void> {
    const { bot, clock } = this.#world;
    const rows = Array.from({ length: this.#options.imported ?? 0 }, (_, n) => ({
      ...{ source: 'Old file', externalId: `old-${n}`, name: `Old ${n}` },
      receivedAt: clock.now() - 200 * DAY,
    }));
    for (let from = 0; from < rows.length; from += 1_000)
      await receiveLeads(bot.ctx, rows.slice(from, from + 1_000), { by: 'import', post: 'recent' });
  }

  async #maybeWork(person: PersonId, now: number): Promise<void> {
    const { ctx } = this.#world.bot;
    const settings = await ctx.db.transaction(loadSettings);
    if (!isWorkingTime(calendarOf(person, settings), now)) return;
    if (this.#chance.below(100) >= this.#options.diligence) return;
    const leadId = this.#chance.pick(this.#leads.slice(-40));
    const lead = leadId && (await ctx.db.transaction((tx) => findLead(tx, leadId)));
    if (!lead) return;
    const input = { leadId: lead.id, person };
    const isTheirs = lead.owner === person;
    const dice = this.#chance.below(10);
    try {
      if (lead.state === 'new' && dice === 0) await assignLead(ctx, { ...input, to: BEN, note: null });
      else if (lead.state === 'new') await claimLead(ctx, input);
      else if (lead.state === 'claimed' && isTheirs && lead.claimedAt === null) await claimLead(ctx, input);
      else if (lead.state === 'claimed' && isTheirs && lead.contactedAt === null && dice < 7)
        await markContacted(ctx, input);
      else if (lead.state === 'claimed' && isTheirs && dice < 2) await releaseLead(ctx, input);
      else if (lead.state === 'claimed' && isTheirs && dice < 6)
        await qualifyLead(ctx, { ...qualification(lead.id), person });
      else if (lead.state === 'claimed' && isTheirs)
        await rejectLead(ctx, { ...input, reasonCode: 'not_our_market', detail: null, note: null });
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }
}
