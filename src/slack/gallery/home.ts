import type {
  Home,
  HomeLead,
  LeadGroupName,
  ManagerHome,
  MarketerHome,
  Page,
  RepHome,
} from '../../domain/home.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { runningPromise } from '../../domain/promise.ts';
import { parseWeek } from '../../domain/time/week.ts';
import { homeView } from '../views/home/home.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleRequest, sampleStory } from './insights.ts';
import { LATER, type Life, reasonOf, sampleLives } from './sample-leads.ts';
import { ANA, ARRIVED, BEN, MAX, SETTINGS } from './sample-people.ts';

export function homeEntries(said: Said): GalleryEntry[] {
  const [rep, marketer, manager] = [repHome(said, 1), marketerHome(said, 1), managerHome(said, 2)];
  const all = [managerHome(said, 5), marketerHome(said, 2), repHome(said, 9)];
  return [
    { name: 'home, nothing to do', home: homeView(home([NOTHING])) },
    { name: 'home of a rep', home: homeView(home([rep])) },
    { name: 'home of a marketer', home: homeView(home([marketer, NOTHING])) },
    { name: 'home of a manager', home: homeView({ ...home([manager, NOTHING]), toSign: proposal(said) }) },
    {
      name: 'home of a manager, a quiet week',
      home: homeView({ ...home([quiet(manager), NOTHING]), unclaimed: 0 }),
    },
    {
      name: 'home of one who is everything, all of it full',
      home: homeView({ ...home(all), toSign: proposal(said) }),
    },
  ];
}

function home(parts: Home['sections']): Home {
  const { leadsChannel, timezone } = SETTINGS;
  return { sections: parts, toSign: null, unclaimed: 3, leadsChannel, timezone, openedAt: LATER };
}

const NONE = { shown: [], count: 0 };
const NO_LEADS = { due: NONE, today: NONE, contact: NONE, verdict: NONE, deal: NONE, snoozed: NONE };
const NOTHING: RepHome = { role: 'rep', groups: NO_LEADS, asked: NONE, askedBack: NONE };

function repHome(said: Said, due: number): RepHome {
  const lives = sampleLives(said);
  const snoozed = { ...lives.claimed, lead: { ...lives.claimed.lead, snoozedUntil: LATER + 86_400_000 } };
  const groups: Record<LeadGroupName, Page<HomeLead>> = {
    due: listed(due, waiting(lives.claimed)),
    today: listed(1, waiting(lives.claimed)),
    contact: due === 1 ? { shown: [], count: 2 } : listed(1, waiting(lives.claimed)),
    verdict: listed(1, waiting(lives.contacted)),
    deal: listed(2, waiting(lives.qualified)),
    snoozed: listed(2, waiting(snoozed)),
  };
  return {
    role: 'rep',
    groups,
    asked: listed(3, sampleRequest(said)),
    askedBack: listed(2, { ...sampleStory(said), state: 'asked_back' as const }),
  };
}

function marketerHome(said: Said, stories: number): MarketerHome {
  const { lead } = sampleLives(said).returned;
  const label = lead.rejection && reasonOf(lead.rejection.reason).label;
  return {
    role: 'marketer',
    campaigns: listed(6, { name: said('Hotels Q4'), leads: 12, qualified: 3, rejected: 2 }),
    returned: listed(3, { lead, reasonLabel: label }),
    told: listed(stories, sampleStory(said)),
    accepted: listed(stories, { ...sampleStory(said), state: 'accepted' as const }),
    requests: listed(2, sampleRequest(said)),
  };
}

function managerHome(said: Said, shown: number): ManagerHome {
  const lives = sampleLives(said);
  return {
    role: 'manager',
    bulk: bulkOf(said, shown),
    troubles: shown === 0 ? NONE : { shown: [{ code: 'no_channel', place: 'leads', waiting: 3 }], count: 1 },
    breaches: [
      { promise: 'claim', count: 2, by: { shown: [said('Webinar'), ''], count: 2 } },
      { promise: 'contact', count: 3, by: { shown: [ANA, BEN, MAX], count: 5 } },
      { promise: 'verdict', count: 1, by: { shown: [ANA], count: 1 } },
    ],
    worst: Array.from({ length: shown }, (_, n) => waiting(n === 0 ? lives.new : lives.claimed)),
    pairs: { shown: shown === 0 ? [] : [pairOf(said)], count: shown },
    week: { week: parseWeek('2026-W47'), leads: 52, qualified: 14, won: 3, untouched: 2 },
  };
}

function pairOf(said: Said): ManagerHome['pairs']['shown'][number] {
  const { new: arrived, claimed } = sampleLives(said);
  const lead = { ...arrived.lead, id: 'lead_2' as LeadId };
  return { lead, earlier: claimed.lead, by: 'email', foundAt: ARRIVED };
}

function bulkOf(said: Said, shown: number): ManagerHome['bulk'] {
  if (shown < 5) return { waiting: [], stopped: NONE };
  const { lead } = sampleLives(said).new;
  return { waiting: [{ target: 'C_LEADS', waiting: 214, bulk: 199 }], stopped: listed(2, lead) };
}

function quiet(part: ManagerHome): ManagerHome {
  const week = { ...part.week, leads: 0, qualified: 0, won: 0, untouched: 0 };
  return { ...part, breaches: [], worst: [], pairs: NONE, week };
}

/** As many as were asked for, each with an id of its own, and as many again that are not shown. */
function listed<T extends object>(count: number, item: T): Page<T> {
  return { shown: Array.from({ length: count }, () => item), count: 2 * count };
}

function waiting({ lead }: Life): HomeLead {
  return { lead: { ...lead, id: 'lead_1' as LeadId }, promise: runningPromise(lead, SETTINGS) };
}

function proposal(said: Said): Home['toSign'] {
  return {
    ...{ version: 3, proposedBy: MAX, proposedAt: ARRIVED, channel: 'C_SCORECARD' },
    criteria: [{ code: 'fits', label: said('Fits our market'), required: true }],
    asked: { marketing: null, sales: null },
    signatures: { marketing: null, sales: MAX },
    ...{ signedAt: null, replacedAt: null },
  };
}
