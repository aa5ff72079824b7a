/** The table of docs/metrics.md is made of the metrics themselves: `npx vitest run test/docs/metrics.test.ts -u` writes it again. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRIC_IDS, METRICS, type Metric, type MetricId } from '../../src/domain/scorecard/metrics.ts';
import { METRIC_WORDS } from '../../src/sentences/en/scorecard/metrics.ts';

const PAGE = new URL('../../docs/metrics.md', import.meta.url).pathname;
const TABLE = /(?<=<!-- metrics -->\n)[\s\S]*(?=<!-- \/metrics -->)/;

describe('docs/metrics.md', () => {
  it('has each measure of the scorecard, as it is counted', async () => {
    const page = readFileSync(PAGE, 'utf8');
    expect(page).toMatch(TABLE);
    await expect(page.replace(TABLE, () => table())).toMatchFileSnapshot(PAGE);
  });
});

function table(): string {
  const rows = METRIC_IDS.map((id) => [METRIC_WORDS[id].name, `\`${id}\``, ...cells(id)]);
  const lines = [['Measure', 'JSON', 'Whose', 'View', 'Unit', 'Formula'], Array(6).fill('---'), ...rows];
  return `${lines.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

function cells(id: MetricId): string[] {
  const { side, view, formula }: Metric = METRICS[id];
  return [side ?? 'both', view, unitOf(formula), METRIC_WORDS[id].formula];
}

function unitOf(formula: Metric['formula']): string {
  switch (formula.kind) {
    case 'count':
      return 'leads';
    case 'rate':
      return 'share';
    case 'cost':
      return 'money each';
    case 'spent':
      return 'money';
    case 'return':
      return 'times';
    case 'time':
      return formula.clock === 'wall' ? 'minutes' : 'working minutes';
    case 'booked':
      return formula.what === 'deals' ? 'deals' : 'money';
    default:
      return formula satisfies never;
  }
}
