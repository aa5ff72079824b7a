/**
 * Tables and columns are snake_case in the database and camelCase here. Kysely's plugin renames in a copy of each query's whole tree, which
 * took about a sixth of receiving a lead; names are written while the query is compiled instead. What comes back is renamed by the plugin.
 */
import {
  CamelCasePlugin,
  type PluginTransformQueryArgs,
  PostgresQueryCompiler,
  type RootOperationNode,
  SqliteQueryCompiler,
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
