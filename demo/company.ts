/** The small company of the demo: it sells software that closes the books of businesses with many sites. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sampleWorkspace } from '../emulator/workspace/sample-workspace.ts';
import type { Seed } from '../emulator/workspace/seed.ts';
import { withManifest } from '../emulator/workspace/with-manifest.ts';
import type { FirstStart } from '../src/config.ts';
import type { PersonId } from '../src/domain/team/actor.ts';
import { FIRST_CALENDAR, teamCalendar } from '../src/domain/time/calendar.ts';

export const ANA = 'U_ANA' as PersonId;
export const BEN = 'U_BEN' as PersonId;
export const MIA = 'U_MIA' as PersonId;
export const MAX = 'U_MAX' as PersonId;

export const LEADS = 'C_LEADS';
export const FIELD = 'C_FIELD';
export const MARKETING = 'C_MARKETING';
export const SCORECARD = 'C_SCORECARD';

export const CURRENCY = 'EUR';
export const ZONE = 'Europe/Berlin';
export const CALENDAR = teamCalendar({ timezone: ZONE, calendar: FIRST_CALENDAR });

export const FIRST_START: FirstStart = {
  leadsChannel: LEADS,
  fieldChannel: FIELD,
  marketingChannel: MARKETING,
  scorecardChannel: SCORECARD,
  managers: [MAX],
  marketers: [MIA],
  timezone: ZONE,
  currency: CURRENCY,
};

/** The app is what manifest.yml says: what the manifest does not ask for is refused here as well. */
export function companyWorkspace(): Seed {
  const manifest = parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8'));
  const seed = withManifest(sampleWorkspace(), manifest);
  return { ...seed, team: { ...seed.team, name: 'Pinecone Ledger' } };
}
