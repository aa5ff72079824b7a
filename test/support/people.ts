/** The same few people everywhere. */
import type { PersonId } from '../../src/domain/team/actor.ts';

const id = (text: string) => text as PersonId;

/** Reps. */
export const ANA = id('U_ANA');
export const BEN = id('U_BEN');
/** Marketer. */
export const MIA = id('U_MIA');
/** Manager. */
export const MAX = id('U_MAX');

export const LEADS = 'C_LEADS';
export const FIELD = 'C_FIELD';
export const MARKETING = 'C_MARKETING';
export const SCORECARD = 'C_SCORECARD';
