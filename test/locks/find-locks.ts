/** Where source text takes a lock, writes on a condition, or makes something unique. */
interface Span {
  from: number;
  to: number;
}

/** Calls that take a lock, but for where such a function is written down. */
const TAKES_LOCK =
  /(?<!function )\block[A-Z]\w*\(|\blocksSettings: (?!null)[\w ]+|pg_advisory\w*|\.forUpdate\(\)/g;
const MADE_UNIQUE = /\.unique\(\)|\.addUniqueConstraint\(|\.addPrimaryKeyConstraint\(/g;
const LEFT_AS_IT_IS = /\.doNothing\(\)/g;
const UPDATE = /\.updateTable\([^;]*?\.(?:execute|executeTakeFirst\w*)\(\)/g;
/** What a row is at that moment, not which row it is. */
const ON_STATE =
  /\.where\('(?:version|state|status|leaseToken|attempts|goneTold|goneAt|doubtSince|retiredAt|decision)'[^\n]*/g;

export function locksIn(source: string): Span[] {
  const updates = spansOf(source, UPDATE);
  const conditions = updates.flatMap((update) =>
    spansOf(source.slice(update.from, update.to), ON_STATE).map(({ from, to }) => ({
      from: update.from + from,
      to: update.from + to,
    })),
  );
  const others = [TAKES_LOCK, MADE_UNIQUE, LEFT_AS_IT_IS].flatMap((pattern) => spansOf(source, pattern));
  return [...others, ...conditions];
}

function spansOf(source: string, pattern: RegExp): Span[] {
  return [...source.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
}
