import type { PersonId } from '../../domain/team/actor.ts';
import { FIRST_SETTINGS, type Settings } from '../../domain/team/settings.ts';

const id = (text: string) => text as PersonId;

/** Ana and Ben are reps, Mia is marketer, Max is manager. */
export const ANA = id('U_ANA');
export const BEN = id('U_BEN');
export const MIA = id('U_MIA');
export const MAX = id('U_MAX');

/** Tuesday, 17 November 2026, 14:15 in Berlin. */
export const ARRIVED = 1_794_921_300_000;
export const TODAY = '2026-11-17';

export const SETTINGS: Settings = {
  ...FIRST_SETTINGS,
  leadsChannel: 'C_LEADS',
  fieldChannel: 'C_FIELD',
  marketingChannel: 'C_MARKETING',
  scorecardChannel: 'C_SCORECARD',
  managers: [MAX],
  marketers: [MIA],
  offices: { managers: { people: [MAX], groups: [] }, marketers: { people: [MIA], groups: [] } },
  timezone: 'Europe/Berlin',
};
