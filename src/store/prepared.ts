/**
 * Queries whose text is made once. Building and compiling a query tree costs several times what SQLite takes for a row by its id: for those
 * that each lead and each click asks it is done once a process, dialect and set of columns. All others are built where they are asked.
 */
import { type Compilable, type CompiledQuery, type RawBuilder, sql, type Transaction } from 'kysely';
import type { DialectName } from './dialects.ts';
import type { Schema } from './schema.ts';
import type { Tx } from './transaction.ts';

/** Stands in the query where each call puts a value of its own. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Placeholders<Values> = { [Name in keyof Values]: RawBuilder<Values[Name]> };

interface Building<Values> {
  sql: Transaction<Schema>;
  dialect: DialectName;
  /** One for each of the values. */
  values: Placeholders<Values>;
}

/** The query may depend on which values there are, never on what they are. Resolves with its rows. */
export function prepared<Values extends object, Row>(
  build: (building: Building<Values>) => Compilable<Row>,
): (tx: Tx, values: Values) => Promise<Row[]> {
  const texts = new Map<string, CompiledQuery<Row>>();
  const textFor = ({ sql, dialect }: Tx, names: readonly string[]) => {
    const key = [dialect, ...names].join();
    const known = texts.get(key);
    if (known) return known;
    const made = build({ sql, dialect, values: placeholders<Values>(names) }).compile();
    texts.set(key, made);
    return made;
  };
  return (tx, values) => {
    const text = textFor(tx, Object.keys(values));
    const filledIn = (each: unknown) =>
      each instanceof Placeholder ? values[each.name as keyof Values] : each;
    return tx.rowsOf({ ...text, parameters: text.parameters.map(filledIn) });
  };
}

function placeholders<Values>(names: readonly string[]): Placeholders<Values> {
  return Object.fromEntries(
    names.map((name) => [name, sql`${new Placeholder(name)}`]),
  ) as Placeholders<Values>;
}
