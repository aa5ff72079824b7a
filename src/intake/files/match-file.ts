/** Which kind of list a file is, and which of its columns is what, without refusing what is still to be asked. */
import { FILE_NOUNS, type FileNoun, type FileWish } from '../../domain/brought-file/brought-file.ts';
import type { Days } from '../../domain/money/overlap.ts';
import { AppError } from '../../errors.ts';
import type { Layout } from '../csv/columns/layout.ts';
import { type ColumnOptions, type ColumnPlan, matchColumns } from '../csv/columns/match-columns.ts';
import { LAYOUTS } from '../csv/import-file.ts';

interface Head {
  header: string[];
  sample: string[][];
  /** The days that the lines above its header name: those of all its amounts, where no column has any. */
  period: Days | null;
}

export interface Matched {
  noun: FileNoun;
  plan: ColumnPlan;
  /** Groups of fields of which one is needed and none is there. */
  missing: (readonly string[])[];
}

/** As its person said; else what the columns need least to be. Leads where two are alike. */
export function matchFile(head: Head, wish: FileWish): Matched {
  if (wish.noun) return matchAs(wish.noun, head, wish);
  const all = FILE_NOUNS.map((noun) => matchAs(noun, head, wish));
  const [leads] = all;
  const whole = all.filter(({ missing }) => missing.length === 0);
  const spend = all.find(({ noun, plan }) => noun === 'spend' && isMoney(plan, head));
  const hasPerson =
    leads && ['name', 'firstName', 'email', 'phone'].some((field) => leads.plan.columns.has(field));
  if (spend && !hasPerson && !isDeals(all.find(({ noun }) => noun === 'outcomes'))) return spend;
  return whole[0] ?? leads ?? matchAs('leads', head, wish);
}

/** An amount with its days, or with what it was spent on: then the days are asked. */
function isMoney({ columns }: ColumnPlan, { period }: Head): boolean {
  const isDated = columns.has('from') || period !== null;
  return columns.has('amount') && (isDated || columns.has('campaign') || columns.has('campaignId'));
}

/** A deal has an amount as well: it says whose it is, and what became of it. */
function isDeals(outcomes: Matched | undefined): boolean {
  return outcomes !== undefined && outcomes.missing.length === 0;
}

function matchAs(noun: FileNoun, head: Head, wish: FileWish): Matched {
  const layout = LAYOUTS[noun];
  const otherwise = noun === 'spend' && head.period ? { otherwise: { ...head.period } } : {};
  const said = { ...saidOf(layout, wish), ...otherwise };
  const missing = layout.required.filter((group) => {
    const others = layout.required.filter((other) => other !== group);
    return !isComplete(head, layout, withPlaceholders(said, others));
  });
  const { header, sample } = head;
  return { noun, plan: matchColumns(header, layout, withPlaceholders(said, missing), sample), missing };
}

/** As the reader of files wants it. */
export function saidOf(layout: Layout, { map, set, ignore }: FileWish) {
  return { map: within(layout, map), set: within(layout, set), ignore };
}

/** What was said of another kind of list, or of columns that this file lacks, holds no more. */
function within(layout: Layout, said: Readonly<Record<string, string>>): Record<string, string> {
  const isOurs = ([field]: [string, string]) =>
    field in layout.fields || (layout.keepsUnknown && field.startsWith('fields.'));
  return Object.fromEntries(Object.entries(said).filter(isOurs));
}

const PLACEHOLDER = '?';

function withPlaceholders(said: ColumnOptions, groups: readonly (readonly string[])[]): ColumnOptions {
  const stood = groups.map(([field = '']) => [field, PLACEHOLDER] as const);
  return { ...said, set: { ...Object.fromEntries(stood), ...said.set } };
}

function isComplete({ header, sample }: Head, layout: Layout, options: ColumnOptions): boolean {
  try {
    matchColumns(header, layout, options, sample);
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError) return false;
    throw thrown;
  }
}
