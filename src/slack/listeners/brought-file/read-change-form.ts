import { type BroughtFile, FILE_NOUNS, type FileWish } from '../../../domain/brought-file/brought-file.ts';
import { FIELDS_OF } from '../../../domain/brought-file/file-fields.ts';
import { fieldProblem, refuseFields } from '../../../domain/refusals.ts';
import { readDays } from '../../../reading/dates/days.ts';
import { sayField } from '../../../sentences/en/brought-file.ts';
import { sayDays } from '../../../sentences/en/spend.ts';
import { BROUGHT_FILE_FIELD, columnField } from '../../action-ids.ts';
import { MOST_COLUMNS, sheetsOf, toldDays } from '../../views/brought-file/change-file-modal.ts';
import { chosen, type FormValues, typed } from '../edge/form-values.ts';

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;
const MARKS = ['.', ','] as const;
const POSTS = ['recent', 'all', 'none'] as const;
const OVERLAPS = ['leave', 'replace', 'add'] as const;

/** Another kind of list has other fields: its columns are read again. Throws `field_chosen_twice`, `spend_days_unreadable`. */
export function readChanges(file: BroughtFile, values: FormValues, today: string): Partial<FileWish> {
  const { look, wish } = file;
  const { noun, source, sheet, dateOrder, decimalMark, post, overlap } = BROUGHT_FILE_FIELD;
  const kind = oneOf(FILE_NOUNS, chosen(values, noun)) ?? look?.noun ?? 'leads';
  const isSame = kind === (look?.noun ?? kind);
  const { source: _before, ...set } = wish.set;
  const columns = isSame ? readColumns(look?.header ?? [], { values, kind }) : { map: {}, ignore: [] };
  // What a column says of each is more than what was said of all.
  const said = kind === 'leads' && !('source' in columns.map) ? chosen(values, source) : null;
  return {
    noun: kind,
    ...columns,
    set: isSame ? { ...withDays(file, { set, values, today }), ...(said && { source: said }) } : {},
    dateOrder: oneOf(ORDERS, chosen(values, dateOrder)),
    decimalMark: oneOf(MARKS, chosen(values, decimalMark)),
    post: oneOf(POSTS, chosen(values, post)),
    overlap: oneOf(OVERLAPS, chosen(values, overlap)),
    sheet: chosenSheet(look, chosen(values, sheet)) ?? wish.sheet,
  };
}

/** Days that are left as the file's title has them are not said. */
function withDays(
  file: BroughtFile,
  { set, values, today }: { set: Record<string, string>; values: FormValues; today: string },
): Record<string, string> {
  const { days } = BROUGHT_FILE_FIELD;
  if (values[days] === undefined) return set;
  const { from: _, to: __, ...others } = set;
  const text = typed(values, days);
  const told = toldDays(file);
  if (text === null) return others;
  if (told && text === sayDays(told)) return set;
  const read = readDays(text, today);
  if (!read) throw refuseFields([fieldProblem(days, 'spend_days_unreadable')]);
  if (read.from > read.to) throw refuseFields([fieldProblem(days, 'spend_days_backwards')]);
  return { ...others, ...read };
}

function readColumns(
  header: readonly string[],
  { values, kind }: { values: FormValues; kind: (typeof FILE_NOUNS)[number] },
): Pick<FileWish, 'map' | 'ignore'> {
  const map: Record<string, string> = {};
  const ignore: string[] = [];
  for (const [index, column] of header.slice(0, MOST_COLUMNS).entries()) {
    const block = columnField(index);
    const field = oneOf(FIELDS_OF[kind], chosen(values, block));
    if (field === null) {
      // Said to be nothing in particular: no field may be read from it.
      if (kind === 'leads' && column !== '') map[`fields.${column}`] = column;
      else if (column !== '') ignore.push(column);
      continue;
    }
    if (field in map)
      throw refuseFields([fieldProblem(block, 'field_chosen_twice', { field: sayField(field) })]);
    map[field] = column;
  }
  return { map, ignore };
}

function chosenSheet(look: BroughtFile['look'], index: string | null): string | null {
  return index !== null && look?.sheet ? (sheetsOf(look.sheet)[Number(index)] ?? null) : null;
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | null {
  return known.find((each) => each === text) ?? null;
}
