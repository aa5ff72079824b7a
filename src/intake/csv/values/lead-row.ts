import { bendLead } from '../../../reading/lead/bend-lead.ts';
import { EXTRA } from '../columns/layout.ts';
import type { ColumnPlan } from '../columns/match-columns.ts';
import type { RowValues } from './read-values.ts';

const WHO = ['name', 'email', 'phone', 'company'] as const;

/** What a row's cells say of one lead: the next column where the first is blank, one name of its parts, no address that is none. */
export function leadRow(plan: ColumnPlan): (values: RowValues, note: (text: string) => void) => RowValues {
  const hasWho = WHO.some((field) => plan.columns.has(field)) || plan.columns.has('lastName');
  return (values, note) => {
    const { fields, ...own } = withSpares(values, plan);
    const { lead, kept } = bendLead(own, plan.header);
    const others = new Map(Object.entries(typeof fields === 'object' ? fields : {}));
    for (const { field, text } of kept) {
      const column = plan.header[plan.columns.get(field) ?? -1] ?? field;
      others.set(freeName(others, column), text);
      note(`${field}: "${text}" is none; kept under "${column}"`);
    }
    if (hasWho && lead.externalId && WHO.every((field) => !lead[field])) note('has nothing but an id');
    return { ...(lead as RowValues), ...(others.size > 0 && { fields: Object.fromEntries(others) }) };
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
