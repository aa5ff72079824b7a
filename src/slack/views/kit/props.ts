type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Slack refuses empty strings and arrays where a key may be left out: such keys are left out. */
export function defined<T extends object>(props: T): Present<T> {
  const kept = Object.entries(props).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(kept) as Present<T>;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
