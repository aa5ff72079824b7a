/**
 * How an announcement names, in one short text, the thing that it is about: its parts in a fixed order with slashes between them. Only the
 * last part may hold slashes itself. The texts are stored, so the order of the parts of a kind never changes.
 */
interface Part<T> {
  write(value: T): string;
  /** Throws where the text cannot be such a part. */
  read(text: string): T;
}

/** A part of whatever type. */
interface SomePart {
  write(value: never): string;
  read(text: string): unknown;
}

type Parts = Record<string, SomePart>;
type Values<P extends Parts> = { [K in keyof P]: ReturnType<P[K]['read']> };

export interface Reference<T> {
  encode(value: T): string;
  decode(text: string): T;
}

/** An id or another word of ours. */
export function word<T extends string>(): Part<T> {
  return {
    write: (value) => value,
    read: (text) => {
      if (text === '') throw new Error('A reference lacks a part');
      return text as T;
    },
  };
}

/** Several ids or other words of ours, at least one, without commas. */
export function words<T extends string>(): Part<readonly T[]> {
  const one = word<T>();
  return {
    write: (values) => values.map(one.write).join(','),
    read: (text) => text.split(',').map(one.read),
  };
}

/** A count, a version or an instant. */
export const whole: Part<number> = {
  write: String,
  read: (text) => {
    const value = Number(text);
    if (text === '' || !Number.isSafeInteger(value)) throw new Error('A part of a reference is no number');
    return value;
  },
};

export function reference<P extends Parts>(parts: P): Reference<Values<P>> {
  const named = Object.entries(parts);
  return {
    encode: (values) => named.map(([name, part]) => part.write(values[name] as never)).join('/'),
    decode: (text) => {
      const texts = splitInto(text, named.length);
      return Object.fromEntries(
        named.map(([name, part], n) => [name, part.read(texts[n] ?? '')]),
      ) as Values<P>;
    },
  };
}

function splitInto(text: string, count: number): string[] {
  const all = text.split('/');
  return [...all.slice(0, count - 1), all.slice(count - 1).join('/')];
}
