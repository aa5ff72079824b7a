export type Entry = readonly [name: string, text: string];

/** An object without a prototype: its keys come from outside. */
export type Parts = { [name: string]: string | string[] | Parts };

/** Deeper names are taken as they are. */
const DEEPEST = 8;

/** `data[merges][FNAME]=Dana` is a part of a part; the same name twice, or `topics[]`, is a list. */
export function nest(entries: readonly Entry[]): Parts {
  const whole = parts();
  for (const [name, text] of entries) place(whole, pathOf(name), text);
  return whole;
}

function parts(): Parts {
  return Object.create(null) as Parts;
}

function pathOf(name: string): string[] {
  const [, first, inner] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? [];
  if (first === undefined || inner === undefined) return [name];
  const path = [first, ...inner.slice(1, -1).split('][')];
  // The numbers of a list, or none.
  while (path.length > 1 && /^\d*$/.test(path.at(-1) ?? '')) path.pop();
  return path.length > DEEPEST ? [name] : path;
}

function place(whole: Parts, path: readonly string[], text: string): void {
  let at = whole;
  for (const name of path.slice(0, -1)) {
    const known = at[name];
    const inner = isParts(known) ? known : parts();
    // A name that is both a text and a part of something keeps its text under no name.
    if (known !== undefined && !isParts(known)) inner[''] = known;
    at[name] = inner;
    at = inner;
  }
  const last = path.at(-1) ?? '';
  const known = at[last];
  if (isParts(known)) known[''] = text;
  else at[last] = known === undefined ? text : [...(Array.isArray(known) ? known : [known]), text];
}

function isParts(value: Parts[string] | undefined): value is Parts {
  return typeof value === 'object' && !Array.isArray(value);
}
