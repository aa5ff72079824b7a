/**
 * What every form promises: a refusal comes back beside its field, or on top where it names none, with everything that was filled in;
 * a defect is told at once and not answered by a second read.
 */
import { describe, expect, it } from 'vitest';
import type { Hands } from '../../../emulator/person/hands.ts';
import { stateValues } from '../../../emulator/workspace/element-state.ts';
import type { View } from '../../../emulator/workspace/views.ts';
import { AppError, inWords } from '../../../src/errors.ts';
import { failing } from '../../support/failing-database.ts';
import { FORMS } from '../../support/heard.ts';
import { textOf } from '../../support/messages.ts';
import { ANA } from '../../support/people.ts';
import { startWorld, type World } from '../../support/world.ts';
import { doubtful, type FormRow, newLead, SAM } from './form-rows/form-row.ts';
import { GOAL_ROWS } from './form-rows/goal.ts';
import { LEAD_ROWS } from './form-rows/lead.ts';
import { REJECTS_ROWS } from './form-rows/rejects.ts';
import { SOURCE_ROWS } from './form-rows/source.ts';
import { SPEND_ROWS } from './form-rows/spend.ts';
import { STORY_ROWS } from './form-rows/story.ts';
import { TEAM_ROWS } from './form-rows/team.ts';

const ROWS = [
  ...LEAD_ROWS,
  ...REJECTS_ROWS,
  ...SOURCE_ROWS,
  ...SPEND_ROWS,
  ...STORY_ROWS,
  ...TEAM_ROWS,
  ...GOAL_ROWS,
];

it('Every form of the registry is held to it', () => {
  const held = new Set(ROWS.map(({ form }) => form));
  expect([...held].sort()).toEqual(FORMS.map(({ callbackId }) => callbackId).sort());
});

interface Open {
  world: World;
  hands: Hands;
  view: View;
}

async function filled(row: FormRow): Promise<Open> {
  const world = await startWorld();
  const hands = await row.open(world);
  const view = await hands.openModal(row.form);
  hands.fill(view, typeof row.filling === 'function' ? row.filling(hands) : row.filling);
  return { world, hands, view };
}

type Filled = Pick<View, 'blocks' | 'entered'>;

/** All that the window holds, touched or not; of a file its id, which is all that the window knows of it. */
function valuesOf({ blocks, entered }: Filled): Record<string, unknown> {
  const { files, ...values } = stateValues(blocks, entered);
  const uploaded = (files?.files?.files ?? []) as { id: string }[];
  return { ...values, ...(files ? { files: uploaded.map(({ id }) => id) } : {}) };
}

/** What stands in the view itself. Files cannot: Slack keeps them by itself. */
const begunWith = ({ blocks }: Filled) => ({ ...valuesOf({ blocks, entered: {} }), files: null });

const REFUSED = new AppError('conflict', inWords('Somebody else was faster.'));
const OUT_OF_ORDER = new AppError('unavailable', inWords('The database cannot be written right now.'));
const DEFECT = new Error('no such table: lead');
/** Who acts has been read by then. */
const BEHIND_THE_DOOR = { passing: 1 };
const CALM = /^Something went wrong on our side\. .* the reference [0-9a-f]{6}\.$/;

async function refuseOnTop({ world, hands, view }: Open): Promise<void> {
  const before = valuesOf(view);
  const { callbackId, privateMetadata } = view;
  const mend = failing(world.bot.ctx.db, REFUSED, { ...BEHIND_THE_DOOR, times: 1 });
  expect(await hands.submit(view)).toMatchObject({ result: 'updated' });
  mend();
  expect(textOf(view)).toContain(REFUSED.message);
  expect(view).toMatchObject({ callbackId, privateMetadata });
  expect(valuesOf(view)).toEqual(before);
  // Slack is known to keep what was touched. What was not must stand in the view.
  expect(begunWith(view)).toEqual({ ...before, files: null });
}

async function failAtOnce({ world, hands, view }: Open, thrown: Error, says: RegExp): Promise<void> {
  const before = valuesOf(view);
  const first = view.blocks.find(({ type }) => type === 'input')!.block_id as string;
  const mend = failing(world.bot.ctx.db, thrown, BEHIND_THE_DOOR);
  const errors = { [first]: expect.stringMatching(says) };
  expect(await hands.submit(view)).toEqual({ result: 'errors', errors });
  expect(mend(), 'transactions tried').toBe(1);
  expect(valuesOf(view)).toEqual(before);
}

async function refuseBeside(
  { world, hands, view }: Open,
  { filling, errors }: NonNullable<FormRow['wrong']>,
) {
  addSam(world);
  const entered = { ...view.entered };
  hands.fill(view, filling);
  const wrong = valuesOf(view);
  expect(await hands.submit(view)).toEqual({ result: 'errors', errors });
  expect(valuesOf(view)).toEqual(wrong);
  view.entered = entered;
}

function addSam({ emulator }: World): void {
  const team = { id: 'T0AGENCY01' };
  emulator.admin.addPerson({ id: SAM, name: 'Sam', realName: 'Sam', team, isStranger: true });
}

const named = ROWS.map((row) => [[row.form, row.when].filter(Boolean).join(', '), row] as const);

it.each(named)('%s: a refusal loses nothing, a defect is told at once', async (_name, row) => {
  const open = await filled(row);
  await failAtOnce(open, DEFECT, CALM);
  await failAtOnce(open, OUT_OF_ORDER, new RegExp(OUT_OF_ORDER.message));
  await refuseOnTop(open);
  expect(['closed', 'updated']).toContain((await open.hands.submit(open.view)).result);
});

it.each(named)('%s: all that can be wrong is said at once, each beside its field', async (_name, row) => {
  const open = await filled(row);
  const { form, wrong, apart, neverWrong = {}, heldAs } = row;
  for (const each of [wrong, apart]) if (each) await refuseBeside(open, each);
  const said = Object.keys({ ...wrong?.errors, ...apart?.errors });
  const unsaid = doubtful(open.view).filter((field) => !said.includes(field));
  if (heldAs) expect(ROWS.some((other) => other.form === form && other.when === heldAs)).toBe(true);
  else expect(unsaid.sort()).toEqual(Object.keys(neverWrong).sort());
  expect(['closed', 'updated']).toContain((await open.hands.submit(open.view)).result);
});

it.each(named)(
  '%s: sent again because the answer was lost, it is a success and done once',
  async (_name, row) => {
    const { world, hands, view } = await filled(row);
    world.emulator.faults.loseAnswers();
    expect(await hands.submit(view)).toMatchObject({ result: 'unanswered' });
    await world.settle();
    const done = await everythingIn(world);
    expect(['closed', 'updated']).toContain((await hands.submit(view)).result);
    await world.settle();
    expect(await everythingIn(world)).toEqual(done);
    expect(textOf(view)).not.toMatch(/Nothing was changed/);
  },
);

/** Whatever people did; not what only says how and when it was told. */
async function everythingIn({ bot }: World): Promise<Record<string, unknown[]>> {
  const tables = [
    ...(['lead', 'leadEvent', 'leadMatch', 'story', 'storyEvent', 'insightRequest', 'insightReply'] as const),
    ...(['auditLog', 'setting', 'rejectReason', 'definition', 'goal', 'routingTurn'] as const),
    ...(['source', 'sourceSpelling', 'campaign', 'sourceApart', 'sourceChange'] as const),
    ...(['spend', 'spendBatch', 'spendReplacedVersion', 'spendCorrection'] as const),
  ] as const;
  return bot.ctx.db.transaction(async (tx) => {
    const rows = tables.map((table) => tx.sql.selectFrom(table).selectAll().execute());
    return Object.fromEntries((await Promise.all(rows)).map((found, n) => [tables[n], found]));
  });
}

describe('a form that cannot be drawn again stays as it is, with the sentence beside its first field', () => {
  const [row] = LEAD_ROWS;

  it('because what it is about cannot be loaded either', async () => {
    const { world, hands, view } = await filled(row!);
    const before = valuesOf(view);
    failing(world.bot.ctx.db, REFUSED, BEHIND_THE_DOOR);
    const errors = { criteria: REFUSED.message };
    expect(await hands.submit(view)).toEqual({ result: 'errors', errors });
    expect(valuesOf(view)).toEqual(before);
  });

  it('because what it carries was not sent by us', async () => {
    const { hands, view } = await filled(row!);
    view.privateMetadata = 'lead_1; drop table lead';
    const errors = { criteria: 'This button names no lead.' };
    expect(await hands.submit(view)).toEqual({ result: 'errors', errors });
  });
});

it('a reason that was retired while its form was open stays chosen, with the field that it asks for', async () => {
  const row = LEAD_ROWS.find(({ when }) => when === 'for a reason that needs a date')!;
  const { world, hands, view } = await filled(row);
  await world.bot.ctx.db.transaction((tx) =>
    tx.sql.updateTable('rejectReason').set({ retiredAt: 1 }).where('code', '=', 'bad_timing').execute(),
  );
  await refuseOnTop({ world, hands, view });
  expect(await hands.submit(view)).toEqual({ result: 'closed' });
});

it('a choice that changes the form keeps what was typed before it', async () => {
  const world = await startWorld();
  const card = await newLead(world);
  const ana = world.emulator.as(ANA);
  await ana.click(card(), 'Reject');
  const view = await ana.openModal('lead_reject_modal');
  ana.fill(view, { note: 'Only the mailbox.' });
  await ana.clickInView(view, 'reason', { option: 'unreachable' });
  expect(begunWith(view)).toMatchObject({
    reason: { reason: { selected_option: { value: 'unreachable' } } },
    note: { note: { value: 'Only the mailbox.' } },
  });
});
