import { messageKey, type RefOf } from '../../domain/announcement.ts';
import { standing } from '../../domain/rejects/rejects.ts';
import { leadFor, wordsIn } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { answerLine, answerToRep } from '../../slack/views/rejects/answer-told.ts';
import { REJECTS_SHOWN, rejectsMessage } from '../../slack/views/rejects/rejects-message.ts';
import { findLead, findLeads } from '../../store/lead/lead.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { findRejects, listRejectedLeads } from '../../store/rejects/rejects.ts';
import { readRejected } from '../../usecases/rejects/load-rejects.ts';
import { sumRejects } from '../../usecases/rejects/sum-rejects.ts';
import { urlOfCard } from '../lead/moved-on.ts';
import type { TeamReading } from '../reading.ts';

/** As its owner may see the leads. */
export async function renderRejectsDm(
  reading: TeamReading,
  { rejectsId }: RefOf<'rejects_dm'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const rejects = await findRejects(tx, rejectsId);
  if (!rejects?.owner) return null;
  const summed = await sumRejects(tx, rejects);
  const shown = await readRejected({ ...reading, person: rejects.owner }, rejectsId, {
    limit: REJECTS_SHOWN,
  });
  return rejectsMessage({ summed, shown, timezone: settings.timezone, now });
}

/** Null: it was taken back before it was told. What was told and then taken back says so. */
export async function renderRejectsLine(
  { tx, settings }: TeamReading,
  ref: RefOf<'rejects_line'>,
): Promise<MessageView | null> {
  const rejects = await findRejects(tx, ref.rejectsId);
  const lead = await findLead(tx, ref.leadId);
  if (!rejects || !lead) return null;
  const { answer } = rejects;
  if (!answer && !(await findPostedMessage(tx, messageKey('rejects_line', ref)))) return null;
  const sentence = answer && wordsIn(lead.cardChannel, answer.sentence, settings);
  return answerLine(answer && { ...answer, sentence: sentence ?? '' });
}

/** The same; with how many of them this rep had rejected, and which. */
export async function renderRejectsTold(
  reading: TeamReading,
  ref: RefOf<'rejects_told'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const rejects = await findRejects(tx, ref.rejectsId);
  if (!rejects) return null;
  if (!rejects.answer && !(await findPostedMessage(tx, messageKey('rejects_told', ref)))) return null;
  const summed = await sumRejects(tx, rejects);
  const theirs = standing(await listRejectedLeads(tx, rejects.id)).filter(
    ({ rejectedBy }) => rejectedBy === ref.person,
  );
  const first = await findLeads(
    tx,
    theirs.slice(0, NAMED).map(({ leadId }) => leadId),
  );
  const named = [];
  for (const lead of first)
    named.push({ lead: leadFor(ref.person, lead, settings), url: await urlOfCard(reading, lead) });
  return answerToRep({ summed, count: theirs.length, named, timezone: settings.timezone, now });
}

/** So many of their leads are named. */
const NAMED = 5;
