import { type NamedSegment, segmentNames } from '../lead/segment.ts';
import { type LeadCounts, sumOf, type Win } from './report-figures.ts';

interface BySegment {
  counts: LeadCounts[];
  wins: Win[];
}

/** What leads call by several spellings is one line. */
export function oneSegmentEach({ counts, wins }: BySegment): BySegment {
  const told = counts.flatMap(({ key, leads }): NamedSegment[] =>
    key === null ? [] : [{ segment: key, leads }],
  );
  const names = segmentNames(told);
  const named = <Keyed extends { key: string | null }>(each: Keyed): Keyed =>
    each.key === null ? each : { ...each, key: names(each.key) };
  const byName = Map.groupBy(counts.map(named), ({ key }) => key);
  return {
    counts: [...byName].map(([key, those]) => ({ ...sumOf(those), key })),
    wins: wins.map(named),
  };
}
