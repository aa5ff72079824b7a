import { LIMITS } from './limits.ts';
import { type Problem, problem } from './problem.ts';
import { type Place, walk } from './walk.ts';

interface At {
  code: string;
  pointer: string;
}

/** The rules no block can break alone: ids given twice, too many charts, tables too long together, two focuses. */
export function acrossProblems(blocks: readonly unknown[], at: At): Problem[] {
  const places = [...walk(blocks, at.pointer)];
  return [
    ...duplicateBlockIds(places, at),
    ...blocks.flatMap((block, index) =>
      duplicateActionIds(block, { ...at, pointer: `${at.pointer}/${index}` }),
    ),
    ...tooManyCharts(places, at),
    ...severalTables(places, at),
    ...tooLongTables(places, { ...at, type: 'table', max: LIMITS.table.characters }),
    ...tooLongTables(places, { ...at, type: 'data_table', max: LIMITS.dataTable.characters }),
    ...severalFocuses(places, at),
  ];
}

/** The characters of all texts in the blocks; tables have a sum of their own. */
export function textLength(blocks: readonly unknown[]): number {
  const all = [...walk(blocks, '')];
  const tables = all.filter(({ value }) => value.type === 'table' || value.type === 'data_table');
  return characters(all) - characters(tables.flatMap(({ value }) => [...walk(value, '')]));
}

function duplicateBlockIds(places: Place[], { code }: At): Problem[] {
  return repeated(places, 'block_id').map(({ pointer }) =>
    problem(code, 'Block ID needs to be unique', `${pointer}/block_id`),
  );
}

/** One action_id may stand in two blocks, but not twice in one. */
function duplicateActionIds(block: unknown, { code, pointer }: At): Problem[] {
  return repeated([...walk(block, pointer)], 'action_id').map((place) =>
    problem(
      code,
      `\`action_id\` "${place.value.action_id}" already exists for another element`,
      `${place.pointer}/action_id`,
    ),
  );
}

function repeated(places: Place[], key: string): Place[] {
  const seen = new Set<unknown>();
  return places.filter(({ value }) => {
    const id = value[key];
    if (id === undefined || !seen.has(id)) {
      seen.add(id);
      return false;
    }
    return true;
  });
}

function tooManyCharts(places: Place[], { code, pointer }: At): Problem[] {
  const { charts: max } = LIMITS.chart;
  return ofType(places, 'data_visualization').length > max
    ? [problem(code, `no more than ${max} data_visualization blocks allowed`, pointer)]
    : [];
}

/** Slack's page no longer says so; workspaces answer it all the same (github.com/slackapi/bolt-python/issues, `only_one_table_allowed`). */
function severalTables(places: Place[], { code }: At): Problem[] {
  return ofType(places, 'table')
    .slice(1)
    .map(({ pointer }) => problem(code, 'only_one_table_allowed', pointer));
}

function tooLongTables(places: Place[], at: At & { type: string; max: number }): Problem[] {
  return characters(ofType(places, at.type).flatMap(({ value }) => [...walk(value, '')])) > at.max
    ? [
        problem(
          at.code,
          `all ${at.type} blocks together must be less than ${at.max + 1} characters`,
          at.pointer,
        ),
      ]
    : [];
}

function severalFocuses(places: Place[], { code }: At): Problem[] {
  return places
    .filter(({ value }) => value.focus_on_load === true)
    .slice(1)
    .map(({ pointer }) =>
      problem(code, 'only one element can be set to focus_on_load', `${pointer}/focus_on_load`),
    );
}

function ofType(places: Place[], type: string): Place[] {
  return places.filter(({ value }) => value.type === type);
}

function characters(places: Place[]): number {
  return places.reduce((sum, { value }) => sum + (typeof value.text === 'string' ? value.text.length : 0), 0);
}
