import { expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { ANA, BEN, LEADS } from '../support/people.ts';
import { SEED, times } from '../support/proof.ts';
import { BERLIN } from '../support/sample-lead.ts';
import { expectedNags, type Hours, isOpen } from './expected.ts';
import { EVERYBODY, NEXT, OLGA, playWeek, TICK, type Week, type WeekOptions } from './week.ts';

const MONDAY = Date.parse('2026-11-16T00:00:00Z');

const HOURS: [PersonId, Hours][] = EVERYBODY.map((person) => [person, { zone: BERLIN, away: null }]);

function hoursOf({ leave }: WeekOptions): Map<PersonId, Hours> {
  const hours = new Map(HOURS);
  hours.set(ANA, { zone: 'Europe/Lisbon', away: null });
  hours.set(OLGA, { zone: 'America/New_York', away: null });
  if (leave) {
    const { zone } = hours.get(leave.person) ?? { zone: BERLIN };
    hours.set(leave.person, { zone, away: [leave.days.from, leave.days.to] });
  }
  return hours;
}

interface Posted {
  kind: string;
  channel: string;
  /** When it was posted, epoch ms. */
  at: number;
}

/** What stands in Slack that speaks of what is owed. */
async function posted({ world }: Week): Promise<Posted[]> {
  const rows = await world.bot.ctx.db.transaction((tx) =>
    tx.sql.selectFrom('slackMessage').selectAll().orderBy('ts').execute(),
  );
  return rows.map(({ key, channel, ts }) => ({
    kind: key.slice(0, key.indexOf(':')),
    channel,
    at: Number(ts) * 1_000,
  }));
}

function dayOf({ zone }: Hours, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
}

async function holds(options: WeekOptions): Promise<void> {
  const week = await playWeek(options);
  const { world, ticks } = week;
  const people = hoursOf(options);
  const team: Hours = { zone: BERLIN, away: null };
  const dmOf = new Map(
    EVERYBODY.map((person) => [world.emulator.as(person).directMessage().channel, person]),
  );
  const messages = await posted(week);

  // Nobody waits in silence past a promise, and nothing is said that should not be.
  const { expected, actual } = await world.bot.ctx.db.transaction(async (tx) => ({
    expected: await expectedNags(tx, { ticks, team, people }),
    actual: await tx.sql.selectFrom('nag').selectAll().execute(),
  }));
  const line = (said: { leadId: string; promise: string; step: string }, at: number) =>
    `${said.leadId} ${said.promise} ${said.step} ${new Date(Math.ceil(at / TICK) * TICK).toISOString()}`;
  const spoken = actual.map((nag) => line(nag, nag.sentAt));
  expect(spoken.toSorted()).toEqual(
    expected
      .filter(({ step }) => step !== 'release')
      .map((said) => line(said, said.at))
      .toSorted(),
  );

  // By DM at most three nags a day, and all of them where there were fewer.
  const table: string[] = [];
  for (const [channel, person] of dmOf) {
    const hours = people.get(person) ?? team;
    // A trouble that only a person can mend is told at once.
    const theirs = messages.filter((message) => message.channel === channel && message.kind !== 'notice');
    for (const { at, kind } of theirs)
      expect(
        isOpen(hours, at - 1) || isOpen(hours, at),
        `${kind} to ${person} at ${new Date(at).toISOString()}`,
      ).toBe(true);
    const perDay = Map.groupBy(
      theirs.filter(({ kind }) => kind === 'nag'),
      ({ at }) => dayOf(hours, at),
    );
    const due = Map.groupBy(
      expected.filter(
        ({ owner, step, promise }) => owner === person && step === 'breach' && promise !== 'claim',
      ),
      ({ at }) => dayOf(hours, at),
    );
    const counts = (days: Map<string, unknown[]>) =>
      [...days].map(([day, all]) => [day, Math.min(3, all.length)]).toSorted();
    expect(counts(perDay), `nags to ${person}`).toEqual(counts(due));
    for (const all of perDay.values()) expect(all.length).toBeLessThanOrEqual(3);
    for (const kind of ['owed_digest', 'nag_digest'] as const) {
      const days = Map.groupBy(
        theirs.filter((each) => each.kind === kind),
        ({ at }) => dayOf(hours, at),
      );
      for (const all of days.values()) expect(all.length, `${kind} to ${person}`).toBe(1);
    }
    table.push(
      [
        person.padEnd(8),
        ...['nag', 'nag_digest', 'owed_digest', 'lead_dm'].map((kind) =>
          `${kind} ${theirs.filter((each) => each.kind === kind).length}`.padEnd(16),
        ),
        `of ${due.size} days with something due`,
      ].join(' '),
    );
  }
  const inChannel = messages.filter(({ channel }) => channel === LEADS);
  table.push(
    `${LEADS}  ${['lead_card', 'nag', 'nag_post', 'waiting_post', 'lead_back'].map((kind) => `${kind} ${inChannel.filter((each) => each.kind === kind).length}`).join('  ')}`,
  );
  console.log([`${options.leads} leads, seed ${options.seed}`, ...table].join('\n'));

  await assertAllPointsSomewhere(week, options.archives ?? false);
}

/** Each button that stands anywhere but on a card means something still. */
async function assertAllPointsSomewhere({ world }: Week, isArchived: boolean): Promise<void> {
  const leads = await world.bot.ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select(['id', 'state', 'claimedAt', 'contactedAt']).execute(),
  );
  const known = new Map(leads.map((lead) => [lead.id as string, lead]));
  const places = [
    isArchived ? NEXT : LEADS,
    ...EVERYBODY.map((person) => world.emulator.as(person).directMessage().channel),
  ];
  const dead = places
    .flatMap((place) => world.emulator.workspace.messages.in(place))
    .flatMap((message) =>
      buttonsIn(message.blocks ?? []).map(([action, value]) => ({ action, lead: known.get(value), message })),
    )
    .filter(({ action, lead }) => lead && !means(action, lead));
  expect(dead.map(({ action, lead, message }) => `${action}, ${lead?.state}: ${message.text}`)).toEqual([]);
}

interface Now {
  state: string;
  claimedAt: number | null;
  contactedAt: number | null;
}

function means(action: string, { state, claimedAt, contactedAt }: Now): boolean {
  const isOpen = state === 'new' || state === 'claimed';
  if (action === 'lead_claim') return state === 'new' || (state === 'claimed' && claimedAt === null);
  if (action === 'lead_contacted') return state === 'claimed' && contactedAt === null;
  return isOpen || !['lead_qualify', 'lead_reject'].includes(action);
}

function buttonsIn(blocks: readonly unknown[]): [string, string][] {
  const found: [string, string][] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { action_id: action, value } = node as { action_id?: string; value?: string };
    if (action && value) found.push([action, value]);
    Object.values(node).forEach(look);
  };
  look(blocks);
  return found;
}

const WEEK = { seed: SEED, leads: times(20), startAt: MONDAY };

it(
  'In a week of a diligent team everybody hears what they should, in their hours, and no more',
  { timeout: 600_000 },
  () => holds({ ...WEEK, diligence: 15 }),
);

it('So it is where nobody ever clicks', { timeout: 600_000 }, () => holds({ ...WEEK, diligence: 0 }));

it(
  'So it is with one on leave, over the change of the clocks, and with an old file of five thousand rows',
  { timeout: 600_000 },
  () =>
    holds({
      ...WEEK,
      diligence: 8,
      startAt: Date.parse('2026-10-22T00:00:00Z'),
      leave: { person: BEN, days: { from: '2026-10-23', to: '2026-10-27' } },
      imported: times(500),
    }),
);

it('So it is with a channel that is archived in the middle of it', { timeout: 600_000 }, () =>
  holds({ ...WEEK, diligence: 10, archives: true }),
);
