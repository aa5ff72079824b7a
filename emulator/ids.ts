import { wall } from './clock.ts';

/** The kinds are Slack's prefixes: U user, C channel, D direct message, V view, F file, Ev event… */
export type NewId = (prefix: string) => string;

/**
 * Counts up, after a stem that differs from start to start: a bot that keeps its database over a restart of the
 * emulator must not take a new event for one it has seen.
 */
export function createIds(stem: string = wall.now().toString(36).toUpperCase()): NewId {
  let last = 0;
  return (prefix) => {
    last += 1;
    return `${prefix}${stem}${last.toString(36).toUpperCase().padStart(4, '0')}`;
  };
}
