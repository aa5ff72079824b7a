import type { Reject } from '../../domain/home.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { RejectsAnswer, RejectsId, SummedRejects } from '../../domain/rejects/rejects.ts';
import { parseWeek } from '../../domain/time/week.ts';
import { allRejectsModal } from '../views/rejects/all-rejects-modal.ts';
import { answerModal } from '../views/rejects/answer-modal.ts';
import { answerLine, answerToRep } from '../views/rejects/answer-told.ts';
import { answersModal } from '../views/rejects/answers-modal.ts';
import { otherReasonsMessage } from '../views/rejects/other-reasons.ts';
import { rejectsMessage } from '../views/rejects/rejects-message.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { LATER, reasonOf, sampleLives } from './sample-leads.ts';
import { ARRIVED, MIA, SETTINGS } from './sample-people.ts';

export function rejectsEntries(said: Said): GalleryEntry[] {
  const summed = sampleRejects(said);
  const answered = sampleRejects(said, answer(said));
  const one = {
    ...summed,
    leads: 1,
    reasons: summed.reasons.slice(0, 1).map((each) => ({ ...each, leads: 1 })),
  };
  const unsourced = { ...summed, campaign: null, source: null };
  const shown = Array.from({ length: 3 }, () => reject(said));
  const scene = { shown, timezone: SETTINGS.timezone, now: LATER };
  const told = { ...scene, count: 7, named: Array.from({ length: 5 }, () => reject(said)) };
  const part = { page: 1, pages: 3, offset: 3 };
  return [
    { name: 'rejects, to whoever has the campaign', message: rejectsMessage({ ...scene, summed }) },
    {
      name: 'rejects, a single lead',
      message: rejectsMessage({ ...scene, summed: one, shown: shown.slice(1, 2) }),
    },
    { name: 'rejects, without a source', message: rejectsMessage({ ...scene, summed: unsourced }) },
    { name: 'rejects, answered', message: rejectsMessage({ ...scene, summed: answered }) },
    {
      name: 'rejects, all of them taken back',
      message: rejectsMessage({ ...scene, summed: { ...summed, leads: 0, reasons: [] }, shown: [] }),
    },
    { name: 'answer to rejects, below a lead', message: answerLine(answer(said)) },
    {
      name: 'answer to rejects, nothing, below a lead',
      message: answerLine({ ...answer(said), change: 'nothing' }),
    },
    { name: 'answer to rejects, taken back below a lead', message: answerLine(null) },
    { name: 'answer to rejects, to a rep', message: answerToRep({ ...told, summed: answered }) },
    { name: 'answer to rejects, taken back to a rep', message: answerToRep({ ...told, summed }) },
    {
      name: 'other reasons, to a manager',
      message: otherReasonsMessage({ ...scene, week: summed.rejects.week, others: 7, of: 14 }),
    },
    { name: 'all rejects', modal: allRejectsModal({ ...scene, ...part, summed }) },
    {
      name: 'all rejects, answered',
      modal: allRejectsModal({ ...scene, ...part, pages: 1, summed: answered }),
    },
    { name: 'answers to rejects', modal: answersModal([answered, answered]) },
    { name: 'answers to rejects, none', modal: answersModal([]) },
    { name: 'answer to rejects', modal: answerModal(summed, 'changed') },
    { name: 'answer to rejects, nothing', modal: answerModal(summed, 'nothing') },
    { name: 'answer to rejects, to be corrected', modal: answerModal(answered, 'correct') },
  ];
}

export function sampleRejects(said: Said, given: RejectsAnswer | null = null): SummedRejects {
  return {
    rejects: {
      ...{ id: 'rejects_1' as RejectsId, week: parseWeek('2026-W47'), key: 'campaign:1' },
      ...{ source: 'Meta', campaign: said('Hotels Q4'), owner: MIA, askedAt: ARRIVED },
      ...{ answer: given, version: 1 },
    },
    source: 'Meta',
    campaign: said('Hotels Q4'),
    leads: 14,
    reasons: ['not_our_market', 'no_budget', 'wrong_person'].map((code, n) => ({
      reason: code,
      label: said(reasonOf(code).label),
      leads: [9, 3, 2][n] ?? 0,
    })),
  };
}

function answer(said: Said): RejectsAnswer {
  const sentence = said('5 houses and more, from Monday.');
  return { change: 'targeting', sentence, by: MIA, at: LATER, reason: 'not_our_market' };
}

function reject(said: Said): Reject {
  const { lead } = sampleLives(said).rejected;
  return {
    lead: { ...lead, id: 'lead_1' as LeadId },
    url: 'https://sample.slack.com/archives/C_LEADS/p1794921301000200',
    reasonLabel: said(reasonOf('not_our_market').label),
  };
}
