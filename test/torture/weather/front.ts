/** The way to the bot. Counted where a request runs into it. */
import type { FrontFault } from '../front.ts';
import type { Strike } from './strike.ts';

const next =
  (fault: FrontFault): Strike =>
  async ({ front }, { below }) =>
    front.next(fault, 1 + below(3));

export const FRONT_WEATHER = {
  cut_before: next('cut_before'),
  cut_after: next('cut_after'),
  delivered_twice: next('delivered_twice'),
  out_of_order: next('out_of_order'),
  delayed: next('delayed'),
} satisfies Record<FrontFault, Strike>;
