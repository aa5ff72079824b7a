import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { FIRST_REASONS } from '../../src/domain/reject-reason/reject-reason.ts';

const DATA = '../shared/data/x_education/leads_first_half.csv';

/** The rows of the document's tables below a heading, cell by cell. */
function tableUnder(heading: string): string[][] {
  const text = readFileSync('docs/reject-reasons.md', 'utf8');
  const part = text.split(/^#+ /m).find((each) => each.startsWith(heading)) ?? '';
  const lines = part.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trimEnd()),
  );
}

const labels = FIRST_REASONS.map(({ label }) => label);

it('the document lists the reasons that a new team starts with, in their order', () => {
  expect(tableUnder('Reject reasons').map(([label]) => label)).toEqual(labels);
});

it('each real tag has a reason of ours that is not "other", or is no rejection', () => {
  const known = labels.filter((label) => label !== 'Other');
  const without = tableUnder('Held against').filter(
    ([, , , ours = '']) =>
      !ours.startsWith('not a rejection') && !known.some((label) => ours.startsWith(label)),
  );
  expect(without).toEqual([]);
});

it.skipIf(!existsSync(DATA))(
  `every tag of ${DATA} is in the document, with its count (skipped without that file)`,
  () => {
    const rows = parse(readFileSync(DATA), { columns: true }) as { Tags: string; Converted: string }[];
    const counts = new Map<string, { leads: number; won: number }>();
    for (const { Tags, Converted } of rows) {
      const { leads, won } = counts.get(Tags) ?? { leads: 0, won: 0 };
      counts.set(Tags, { leads: leads + 1, won: won + Number(Converted) });
    }
    const inData = [...counts].map(([tag, { leads, won }]) => `${tag || '(none)'}: ${leads}, ${won}`);
    const inDocument = tableUnder('Held against').map(([tag, leads, won]) => `${tag}: ${leads}, ${won}`);
    expect(inDocument.sort()).toEqual(inData.sort());
  },
);
