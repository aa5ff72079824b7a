/** Criteria as people type them: one a line, a required one with a star in front. */
import { refuseField } from '../refusals.ts';
import { slug } from '../slug.ts';
import type { Criterion } from './definition.ts';

/** Slack's checklists hold ten, and cut each there. */
const MOST_CRITERIA = 10;
const LONGEST_CRITERION = 75;

const BULLET = /^[-•–]\s*/;

/** A criterion that was there before keeps its code, so that one can count across versions how often it was met. */
export function readCriteria(text: string, before: readonly Criterion[]): Criterion[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replace(BULLET, ''))
    .filter(Boolean);
  const criteria: Criterion[] = [];
  for (const line of lines) criteria.push(readCriterion(line, { before, above: criteria }));
  if (criteria.length === 0) throw refuseField('criteria', 'criteria_needed');
  if (criteria.length > MOST_CRITERIA)
    throw refuseField('criteria', 'too_many_criteria', { most: MOST_CRITERIA, count: criteria.length });
  return criteria;
}

export function criteriaText(criteria: readonly Criterion[]): string {
  return criteria.map(({ label, required }) => `${required ? '* ' : ''}${label}`).join('\n');
}

function readCriterion(
  line: string,
  { before, above }: { before: readonly Criterion[]; above: readonly Criterion[] },
): Criterion {
  const label = line.replace(/^\*+\s*/, '');
  if (!label) throw refuseField('criteria', 'criterion_empty');
  if (label.length > LONGEST_CRITERION) {
    throw refuseField('criteria', 'criterion_too_long', { most: LONGEST_CRITERION, label });
  }
  const same = (known: Criterion) => known.label.toLowerCase() === label.toLowerCase();
  if (above.some(same)) throw refuseField('criteria', 'criterion_twice', { label });
  const code = before.find(same)?.code ?? freeCode(label, [...before, ...above]);
  return { code, label, required: line.startsWith('*') };
}

function freeCode(label: string, known: readonly Criterion[]): string {
  const wanted = slug(label) || 'criterion';
  const taken = new Set(known.map(({ code }) => code));
  for (let n = 1; ; n++) {
    const code = n === 1 ? wanted : `${wanted}_${n}`;
    if (!taken.has(code)) return code;
  }
}
