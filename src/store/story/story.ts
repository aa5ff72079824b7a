import { z } from 'zod';
import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { USES } from '../../domain/story/permission.ts';
import {
  CONFIDENTIALITIES,
  type Story,
  type StoryEvent,
  type StoryFacts,
  type StoryId,
  type StoryStep,
} from '../../domain/story/story.ts';
import type { StoryState } from '../../domain/story/story-state.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { fromJson, toJson } from '../columns.ts';
import type { StoryEventRow, StoryRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** `submission` names the modal it came from. Returns false, and keeps the first, where that one is stored already. */
export async function insertStory(tx: Tx, story: Story, submission: string): Promise<boolean> {
  assertTransaction(tx);
  const result = await tx.sql
    .insertInto('story')
    .values({ ...toRow(story), submission })
    .onConflict((conflict) => conflict.column('submission').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findStory(tx: Tx, id: StoryId): Promise<Story | null> {
  const row = await tx.sql.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** On PostgreSQL the row is locked until the end of the transaction; on SQLite the whole database is ours already. */
export async function lockStory(tx: Tx, id: StoryId): Promise<Story | null> {
  const query = tx.sql.selectFrom('story').selectAll().where('id', '=', id);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function listStories(tx: Tx): Promise<Story[]> {
  const rows = await tx.sql.selectFrom('story').selectAll().orderBy('id').execute();
  return rows.map(fromRow);
}

/** In the order in which they were told. */
export async function listStoriesOfRequest(tx: Tx, requestId: InsightRequestId): Promise<Story[]> {
  const rows = await tx.sql
    .selectFrom('story')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('toldAt')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** Those that somebody has to act on: the first so many of one state, and how many there are. */
export async function findStoriesInState(
  tx: Tx,
  state: StoryState,
  { toldBy, limit, offset = 0 }: { toldBy: PersonId | null; limit: number; offset?: number },
): Promise<{ shown: Story[]; count: number }> {
  let query = tx.sql.selectFrom('story').where('state', '=', state);
  if (toldBy !== null) query = query.where('toldBy', '=', toldBy);
  const rows = await query.selectAll().orderBy('toldAt').limit(limit).offset(offset).execute();
  const all = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  return { shown: rows.map(fromRow), count: Number(all?.count) };
}

/** Those that marketing has not decided on and that are shown elsewhere, held for writing; the first told first. */
export async function lockStoriesElsewhere(tx: Tx, target: string, limit: number): Promise<Story[]> {
  const query = tx.sql
    .selectFrom('story')
    .selectAll()
    .where('state', 'in', ['told', 'asked_back', 'accepted'])
    .where((eb) => eb.or([eb('cardTarget', '!=', target), eb('cardTarget', 'is', null)]))
    .orderBy('id')
    .limit(limit);
  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute();
  return rows.map(fromRow);
}

/** Slack calls the channel otherwise. */
export async function renameStoryTarget(tx: Tx, from: string, to: string): Promise<void> {
  await tx.sql.updateTable('story').set({ cardTarget: to }).where('cardTarget', '=', from).execute();
}

/** Writes the whole row; the version must be the one that was read, raised by one. */
export async function updateStory(tx: Tx, story: Story): Promise<void> {
  const { id, ...values } = toRow(story);
  const result = await tx.sql
    .updateTable('story')
    .set(values)
    .where('id', '=', id)
    .where('version', '=', story.version - 1)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`Story ${id} was saved from a stale copy`);
}

export type StoredStoryEvent = StoryEvent & { id: string; storyId: StoryId };

export async function insertStoryEvent(tx: Tx, event: StoredStoryEvent): Promise<void> {
  assertTransaction(tx);
  const { id, storyId, at, actor, kind } = event;
  const note =
    event.kind === 'exception' ? JSON.stringify({ uses: event.uses, reason: event.reason }) : event.note;
  await tx.sql.insertInto('storyEvent').values({ id, storyId, at, actor, kind, note }).execute();
}

export async function findStoryEvent(tx: Tx, id: string): Promise<StoredStoryEvent | null> {
  const row = await tx.sql.selectFrom('storyEvent').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? eventFromRow(row) : null;
}

/** The last step of its life. */
export async function findLatestStoryStep(tx: Tx, storyId: StoryId): Promise<StoryStep | null> {
  const row = await tx.sql
    .selectFrom('storyEvent')
    .selectAll()
    .where('storyId', '=', storyId)
    .where('kind', '!=', 'exception')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const event = row && eventFromRow(row);
  return event && event.kind !== 'exception' ? event : null;
}

/** Of its whole life, in the order in which they were taken. */
export async function listStorySteps(tx: Tx, storyId: StoryId): Promise<(StoryStep & { id: string })[]> {
  const rows = await tx.sql
    .selectFrom('storyEvent')
    .selectAll()
    .where('storyId', '=', storyId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(eventFromRow).filter((event) => event.kind !== 'exception');
}

const ExceptionJson = z.object({ uses: z.array(z.enum(USES)), reason: z.string() });

function eventFromRow({ kind, note, ...row }: StoryEventRow): StoredStoryEvent {
  switch (kind) {
    case 'told':
    case 'retold':
    case 'accepted':
      return { ...row, kind, note };
    case 'exception':
      return { ...row, kind, ...ExceptionJson.parse(JSON.parse(note ?? '')) };
    default:
      return { ...row, kind, note: note ?? '' };
  }
}

function toRow(story: Story): Omit<StoryRow, 'submission'> {
  const { customer, situation, whatWeDid, result, quote, files, confidentiality, permissions, ...row } =
    story;
  const facts = { customer, situation, whatWeDid, result, quote, files, confidentiality, permissions };
  return { ...row, data: toJson(facts) };
}

const text = z.string().nullable();
const Permission = z.discriminatedUnion('status', [
  z.object({ status: z.literal('to_ask') }),
  z.object({ status: z.literal('refused') }),
  z.object({ status: z.literal('granted'), evidence: text, grantedBy: text, until: text }),
]);

const FactsJson: z.ZodType<StoryFacts> = z.object({
  customer: z.string(),
  situation: text,
  whatWeDid: text,
  result: z.object({ number: z.string(), unit: z.string(), baseline: text, period: text }).nullable(),
  quote: z.object({ words: z.string(), speaker: text, title: text }).nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string(), mimetype: z.string(), permalink: z.string() })),
  confidentiality: z.enum(CONFIDENTIALITIES),
  permissions: z.record(z.enum(USES), Permission),
});

function fromRow({ data, submission, ...row }: StoryRow): Story {
  return { ...row, ...fromJson(FactsJson, data) };
}

/** Whether somebody has told one of it. */
export async function isNamedByStory(tx: Tx, leadId: LeadId): Promise<boolean> {
  const query = tx.sql.selectFrom('story').select('id').where('leadId', '=', leadId).limit(1);
  return (await query.executeTakeFirst()) !== undefined;
}
