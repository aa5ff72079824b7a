/**
 * Readers of Slack's JSON. The page draws what a bot sent, also what it does not know, so a missing or odd field
 * reads as empty instead of failing.
 */
export type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function str(json: Json | undefined, key: string): string {
  const value = json?.[key];
  return typeof value === 'string' ? value : '';
}

export function num(json: Json | undefined, key: string): number | undefined {
  const value = json?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export const flag = (json: Json | undefined, key: string): boolean => json?.[key] === true;

export function obj(json: Json | undefined, key: string): Json | undefined {
  const value = json?.[key];
  return isJson(value) ? value : undefined;
}

export function list(json: Json | undefined, key: string): Json[] {
  const value = json?.[key];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function strings(json: Json | undefined, key: string): string[] {
  const value = json?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The words of a text object (`{ type, text }`), or of a bare string. */
export function words(json: Json | undefined, key: string): string {
  return str(json, key) || str(obj(json, key), 'text');
}
