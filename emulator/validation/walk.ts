/** Any JSON object inside blocks, with the JSON pointer to it. */
export interface Place {
  value: Record<string, unknown>;
  pointer: string;
}

/** Every object in `json`, outermost first: the rules that look across blocks need no schema to find their way. */
export function* walk(json: unknown, pointer: string): Generator<Place> {
  if (typeof json !== 'object' || json === null) return;
  if (!Array.isArray(json)) yield { value: json as Record<string, unknown>, pointer };
  for (const [key, inner] of Object.entries(json)) yield* walk(inner, `${pointer}/${key}`);
}
