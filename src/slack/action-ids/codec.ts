/** What a button or a modal carries as text, and reads back. `decode` refuses with AppError what was not sent by us. */
export interface Codec<T> {
  encode: (value: T) => string;
  decode: (text: string) => T;
}

/** Of a modal that is about nothing in particular. */
export const noKey: Codec<null> = { encode: () => '', decode: () => null };
