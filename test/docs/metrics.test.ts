/** The table of docs/metrics.md is made of the metrics themselves: `npx vitest run test/docs/metrics.test.ts -u` writes it again. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { AGENDA_RULE_IDS, AGENDA_RULES } from '../../src/domain/scorecard/agenda-rules.ts';
import { METRIC_IDS, METRICS, type Metric, type MetricId } from '../../src/domain/scorecard/metrics.ts';
import { AGENDA_RULE_WORDS } from '../../src/sentences/en/scorecard/agenda-rules.ts';
import { METRIC_WORDS } from '../../src/sentences/en/scorecard/metrics.ts';

const PAGE = new URL('../../docs/metrics.md', import.meta.url).pathname;
const TABLE = /(?<=<!-- metrics -->\n)[\s\S]*(?=<!-- \/metrics -->)/;

const AGENDA = /(?<=<!-- agenda -->\n)[\s\S]*(?=<!-- \/agenda -->)/;

it('docs/metrics.md has each measure of the scorecard, as it is counted, and each rule of its agenda', async () => {
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toMatch(TABLE);
  expect(page).toMatch(AGENDA);
  const made = page.replace(TABLE, () => table()).replace(AGENDA, () => agendaTable());
  await expect(made).toMatchFileSnapshot(PAGE);
});

function agendaTable(): string {
  const rows = AGENDA_RULE_IDS.map((id) => [
    ...[AGENDA_RULE_WORDS[id], AGENDA_RULES[id].side ?? 'that of the number; sales where it is of both'],
  ]);
  const lines = [['On the agenda when', 'Whose'], Array(2).fill('---'), ...rows];
  return `${lines.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

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
