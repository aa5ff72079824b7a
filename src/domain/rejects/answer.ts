/**
 * The answer to rejects: given once, corrected or taken back by who gave it within its time, or by a manager; all of that is kept. Whoever has the
 * campaign may give it, anybody of marketing, or a manager.
 */
import { refuse } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import { isManager, isMarketer, type Settings } from '../team/settings.ts';
import { MINUTE } from '../time/duration.ts';
import type { Change, Rejects, RejectsAnswer } from './rejects.ts';

export interface GivenAnswer {
  change: Change;
  sentence: string;
}

export interface RejectsEvent {
  /** Epoch ms. */
  at: number;
  actor: PersonId;
  kind: 'answered' | 'corrected' | 'withdrawn';
  /** As it is after it; null: there is none any more. */
  change: Change | null;
  sentence: string | null;
}

export interface RejectsMove {
  rejects: Rejects;
  event: RejectsEvent;
}

interface Answering {
  by: PersonId;
  at: number;
  settings: Pick<Settings, 'marketers' | 'managers'>;
}

/** Within it who has answered may mend that by themselves. */
export const CORRECTED_WITHIN = 15 * MINUTE;

/** Refuses who may not answer, and an answer to what is answered. `reason`: that most of them were rejected for. */
export function answer(
  rejects: Rejects,
  given: GivenAnswer & Pick<RejectsAnswer, 'reason'>,
  { by, at, settings }: Answering,
): RejectsMove {
  assertAnswerable(rejects, { by, settings });
  return moved(
    { ...rejects, answer: { ...given, by, at } },
    { at, actor: by, kind: 'answered', ...told(given) },
  );
}

export function assertAnswerable(rejects: Rejects, { by, settings }: Omit<Answering, 'at'>): void {
  if (rejects.answer) throw refuse('rejects_answered', { by: rejects.answer.by });
  const isTheirs = by === rejects.owner || isMarketer(settings, by) || isManager(settings, by);
  if (!isTheirs) throw refuse('rejects_not_yours', { owner: rejects.owner });
}

export function correctAnswer(rejects: Rejects, given: GivenAnswer, answering: Answering): RejectsMove {
  const before = correctable(rejects, answering);
  const { by: actor, at } = answering;
  return moved(
    { ...rejects, answer: { ...before, ...given } },
    { at, actor, kind: 'corrected', ...told(given) },
  );
}

export function withdrawAnswer(rejects: Rejects, answering: Answering): RejectsMove {
  correctable(rejects, answering);
  const { by: actor, at } = answering;
  const nothing = { change: null, sentence: null };
  return moved({ ...rejects, answer: null }, { at, actor, kind: 'withdrawn', ...nothing });
}

/** Its answer, where this person may still change it. */
export function correctable({ answer: given }: Rejects, { by, at, settings }: Answering): RejectsAnswer {
  if (!given) throw refuse('rejects_not_answered');
  if (isManager(settings, by)) return given;
  if (given.by !== by) throw refuse('answer_not_yours', { by: given.by });
  if (at > given.at + CORRECTED_WITHIN)
    throw refuse('answer_too_late', { minutes: CORRECTED_WITHIN / MINUTE });
  return given;
}

function told({ change, sentence }: GivenAnswer): GivenAnswer {
  return { change, sentence };
}

function moved(rejects: Rejects, event: RejectsEvent): RejectsMove {
  return { rejects: { ...rejects, version: rejects.version + 1 }, event };
}
