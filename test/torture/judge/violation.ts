/** Something that must not be, with what shows it. */
export interface Violation {
  rule: string;
  what: string;
}

/** One for each thing that breaks the rule. */
export function violations<T>(rule: string, broken: readonly T[], say: (one: T) => string): Violation[] {
  return broken.map((one) => ({ rule, what: say(one) }));
}

export function repeated<T>(things: readonly T[]): T[] {
  return things.filter((thing, at) => things.indexOf(thing) !== at);
}
