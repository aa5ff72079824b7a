import { asText, isObject, type JsonObject, parseJson } from '../json.ts';
import { SlackError } from './slack-error.ts';

/** The arguments of a call. Sent as a form, objects arrive as JSON text; sent as JSON, as they are. */
export class Args {
  readonly all: JsonObject;

  constructor(all: JsonObject) {
    this.all = all;
  }

  has(name: string): boolean {
    return this.all[name] !== undefined && this.all[name] !== '';
  }

  text(name: string): string {
    const value = this.all[name];
    return typeof value === 'number' ? String(value) : asText(value);
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === '') throw invalidArguments(`missing required field: ${name}`);
    return value;
  }

  flag(name: string): boolean {
    return ['true', '1', true].includes(this.all[name] as string | boolean);
  }

  integer(name: string, fallback: number): number {
    const value = this.text(name);
    if (value === '') return fallback;
    if (!/^\d+$/.test(value)) throw invalidArguments(`must provide a number: ${name}`);
    return Number(value);
  }

  /** An array or object; what can't be parsed is handed on as it is, for the checks to refuse. */
  json(name: string): unknown {
    const value = this.all[name];
    if (typeof value !== 'string') return value;
    return value === '' ? undefined : (parseJson(value) ?? value);
  }

  object(name: string): JsonObject | undefined {
    const value = this.json(name);
    if (value === undefined) return undefined;
    if (!isObject(value)) throw invalidArguments(`must provide an object: ${name}`);
    return value;
  }
}

export function invalidArguments(message: string): SlackError {
  return new SlackError('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${message}`] } });
}
