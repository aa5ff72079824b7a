/** The second record and the third: what the database holds, and what the workspace shows. */

import type { Selectable } from 'kysely';
import type { Emulator } from '../../emulator/start-emulator.ts';
import type { Message } from '../../emulator/workspace/messages.ts';
import { Database } from '../../src/store/database.ts';
import type { LeadEventRow, LeadRow, OutboxRow } from '../../src/store/schema.ts';
import { isReply } from '../support/cards.ts';
import { LEADS } from '../support/people.ts';

export interface Records {
  leads: LeadRow[];
  history: LeadEventRow[];
  outbox: Selectable<OutboxRow>[];
  /** By the key of what it shows: where a message is. */
  places: { key: string; channel: string; ts: string }[];
  /** What holds the outbox back. */
  pace: { bucket: string; nextAt: number }[];
  troubles: { subject: string; probeAt: number }[];
  /** Of the bot, in every conversation; private ones to one person left out. */
  messages: Message[];
  /** How much a person was told privately, by either way. */
  wordsFor(person: string): number;
}

export async function readRecords(emulator: Emulator, databaseUrl: string): Promise<Records> {
  const db = await Database.open(databaseUrl);
  try {
    const stored = await db.transaction(async ({ sql }) => ({
      leads: await sql.selectFrom('lead').selectAll().execute(),
      history: await sql.selectFrom('leadEvent').selectAll().orderBy('id').execute(),
      outbox: await sql.selectFrom('outbox').selectAll().execute(),
      pace: await sql.selectFrom('pace').selectAll().execute(),
      troubles: await sql.selectFrom('trouble').select(['subject', 'probeAt']).execute(),
      places: await sql.selectFrom('slackMessage').select(['key', 'channel', 'ts']).execute(),
    }));
    const messages = ofTheBot(emulator);
    const wordsFor = (person: string) =>
      ephemeralsFor(emulator, person) + answersTo(emulator, person, stored.outbox);
    return { ...stored, messages, wordsFor };
  } finally {
    await db.close();
  }
}

function ofTheBot({ workspace }: Emulator): Message[] {
  const channels = workspace.conversations.all().map(({ id }) => id);
  return channels.flatMap((id) =>
    workspace.messages.in(id).filter(({ botId, onlyFor }) => botId !== undefined && onlyFor === undefined),
  );
}

/** What only this person has seen, up to now. */
export function ephemeralsFor({ workspace }: Emulator, person: string): number {
  return [LEADS, ...directOf(workspace, person)]
    .flatMap((id) => workspace.messages.in(id))
    .filter(({ onlyFor, user }) => onlyFor === person && user !== 'USLACKBOT').length;
}

/** Private answers that Slack did not take at first, and that came directly. */
export function lateAnswersFor({ workspace }: Emulator, person: string): number {
  return directOf(workspace, person)
    .flatMap((id) => workspace.messages.in(id))
    .filter(({ blocks }) => JSON.stringify(blocks).includes('did not take this answer at first')).length;
}

function directOf(workspace: Emulator['workspace'], person: string): string[] {
  return workspace.conversations
    .all()
    .filter(({ kind, members }) => kind === 'im' && members.has(person))
    .map(({ id }) => id);
}

/** They come by the clock, or are about a lead: no answer to a click. */
const UNASKED = ['nag', 'nag_digest', 'manager_digest', 'lead_dm', 'lead_proposed', 'notice', 'came_back'];

/** Answers that came directly, because the private way was closed. */
function answersTo(emulator: Emulator, person: string, outbox: readonly Selectable<OutboxRow>[]): number {
  const kinds = new Map(outbox.map(({ id, kind }) => [id, kind]));
  return directOf(emulator.workspace, person)
    .flatMap((id) => emulator.workspace.messages.in(id))
    .filter((message) => message.botId !== undefined && message.onlyFor === undefined)
    .filter((message) => !UNASKED.includes(kinds.get(outboxIdOf(message) ?? '') ?? '')).length;
}

export function outboxIdOf({ metadata }: Message): string | null {
  const id = (metadata?.event_payload as { outbox_id?: unknown } | undefined)?.outbox_id;
  return typeof id === 'string' ? id : null;
}

/** The top level of the leads' channel. */
export function cardsIn({ messages }: Records): Message[] {
  return messages.filter((message) => message.channel === LEADS && !isReply(message));
}

export function threadUnder({ messages }: Records, card: Message): Message[] {
  return messages.filter((message) => isReply(message) && message.threadTs === card.ts);
}
