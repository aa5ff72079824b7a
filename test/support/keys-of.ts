/** By which keys a lead is known for a repeat. */
import { matchKeys } from '../../src/domain/lead/match-keys.ts';

export const NOWHERE = { timezone: 'UTC' };

export const NOTHING = { email: null, phone: null, region: null, fields: {} };

export const email = (text: string) => matchKeys({ ...NOTHING, email: text }, NOWHERE).email;

export const phone = (text: string, region: string | null = null, team = NOWHERE) =>
  matchKeys({ ...NOTHING, phone: text, region }, team).phone;
