/** The one door to the log: a constant sentence and fields of log/fields. Nobody else holds pino, which prints whatever it is handed. */
import { type DestinationStream, pino } from 'pino';
import { type LogFields, safeFields } from './log/fields.ts';

/** Fields of other names do not compile, be it in a literal, a variable or a spread. */
type Known<F> = F & { readonly [Name in Exclude<keyof F, keyof LogFields>]: never };

/** A literal; a string that was put together does not compile, since it could hold anything. */
type Constant<S extends string> = Record<never, never> extends Record<S, 1> ? never : S;

type Say = <F extends LogFields, S extends string>(fields: Known<F>, sentence: Constant<S>) => void;

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

export type Logger = Readonly<Record<(typeof LEVELS)[number], Say>>;

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const out = destination ? pino({ level, base: null }, destination) : pino({ level, base: null });
  const say = (name: (typeof LEVELS)[number]): Say => {
    return (fields, sentence) => out[name](safeFields(fields), sentence as string);
  };
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
}
