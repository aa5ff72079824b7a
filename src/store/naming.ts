/**
 * Tables and columns are snake_case in the database and camelCase here. Kysely's plugin renames in a copy of each query's whole tree, which
 * took about a sixth of receiving a lead; names are written while the query is compiled instead. What comes back is renamed by the plugin.
 */
import {
  CamelCasePlugin,
  type LimitNode,
  type PluginTransformQueryArgs,
  PostgresQueryCompiler,
  type RootOperationNode,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';

export class CamelCaseResults extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true });
  }

  override transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node;
  }
}

export class SnakeCaseSqlite extends SqliteQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(snakeCase(identifier));
  }

  /** Handed in as a value, a limit has SQLite plan the query again each time it is asked: ten times what a row by its key takes. */
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    const number = ValueNode.is(limit) && Number.isSafeInteger(limit.value) ? String(limit.value) : null;
    if (number === null) super.visitLimit(node);
    else for (const word of ['limit ', number]) this.append(word);
  }
}

export class SnakeCasePostgres extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(snakeCase(identifier));
  }
}

/** There are as many names as columns: each is worked out once. */
const KNOWN = new Map<string, string>();

function snakeCase(name: string): string {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  KNOWN.set(name, snake);
  return snake;
}
