import { bendLead } from '../../../reading/lead/bend-lead.ts';
import { saysNothing } from '../../../reading/text.ts';
import { EXTRA, HISTORY_FIELDS } from '../columns/layout.ts';
import type { ColumnPlan } from '../columns/match-columns.ts';
import type { RowValues } from './read-values.ts';

const WHO = ['name', 'email', 'phone', 'company'] as const;

/** What a row's cells say of one lead: the next column where the first is blank, one name of its parts, no address that is none. */
export function leadRow(plan: ColumnPlan): (values: RowValues, note: (text: string) => void) => RowValues {
  const hasWho = WHO.some((field) => plan.columns.has(field)) || plan.columns.has('lastName');
  return (values, note) => {
    const { fields, ...told } = withSpares(values, plan);
    const { own, history, currency } = takenApart(told);
    const { lead, kept } = bendLead(own, plan.header);
    const others = new Map(Object.entries(typeof fields === 'object' ? fields : {}));
    if (currency !== null)
      others.set(plan.header[plan.columns.get('currency') ?? -1] ?? 'currency', currency);
    for (const { field, text } of kept) {
      const column = plan.header[plan.columns.get(field) ?? -1] ?? field;
      others.set(freeName(others, column), text);
      note(`${field}: "${text}" is none; kept under "${column}"`);
    }
    if (hasWho && lead.externalId && WHO.every((field) => !lead[field])) note('has nothing but an id');
    const more = others.size > 0 && { fields: Object.fromEntries(others) };
    return { ...(lead as RowValues), ...more, ...(history && { history }) };
  };
}

interface TakenApart {
  own: RowValues;
  history: Record<string, string> | null;
  /** Of a value that the row does not tell: an answer like any other. */
  currency: string | null;
}

/** What the lead is, and what has become of it. */
function takenApart(told: RowValues): TakenApart {
  const own = { ...told };
  const history: Record<string, string> = {};
  for (const field of HISTORY_FIELDS) {
    const value = own[field];
    delete own[field];
    if (typeof value === 'string' && !saysNothing(value)) history[field] = value;
  }
  const { currency, ...rest } = history;
  const kept = rest.value === undefined ? rest : history;
  return {
    own,
    history: Object.keys(kept).length > 0 ? kept : null,
    currency: rest.value === undefined ? (currency ?? null) : null,
  };
}

function freeName(taken: ReadonlyMap<string, string>, name: string): string {
  return taken.has(name) ? `${name} (2)` : name;
}

function withSpares(values: RowValues, plan: ColumnPlan): RowValues {
  const { fields } = values;
  const { spares } = plan;
  if (spares.size === 0 || typeof fields !== 'object') return values;
  for (const [field, names] of spares) {
    if (values[field] !== undefined) continue;
    const name = names.map((each) => each.slice(EXTRA.length)).find((each) => fields[each] !== undefined);
    if (name === undefined) continue;
    const { [name]: text = '', ...rest } = fields;
    return withSpares({ ...values, [field]: text, fields: rest }, plan);
  }
  return values;
}
