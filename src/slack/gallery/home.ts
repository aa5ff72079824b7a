import type {
  Home,
  HomeEntry,
  HomeListRows,
  HomeListScene,
  KindPage,
  LeadPair,
  ManagerHome,
  MarketerHome,
  Page,
  RepHome,
} from '../../domain/home.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { PromiseKind } from '../../domain/promise/kinds.ts';
import { makePromise, type PromiseId } from '../../domain/promise/promise.ts';
import type { PromisedThing } from '../../domain/promise/thing.ts';
import { promiseCalendarOf } from '../../domain/team/person.ts';
import { parseWeek } from '../../domain/time/week.ts';
import { homeView } from '../views/home/home.ts';
import { homeListModal } from '../views/home/home-list-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleGoal } from './goals.ts';
import { sampleRequest, sampleStory } from './insights.ts';
import { sampleRejects } from './rejects.ts';
import { LATER, type Life, reasonOf, sampleLives } from './sample-leads.ts';
import { ANA, ARRIVED, BEN, MAX, SETTINGS } from './sample-people.ts';

export function homeEntries(said: Said): GalleryEntry[] {
  const [rep, marketer, manager] = [repHome(said, 1), marketerHome(said, 1), managerHome(said, 2)];
  const all = [managerHome(said, 5), marketerHome(said, 3), repHome(said, 5)];
  const toSign = { toSign: proposal(said), goalsToSign: { shown: [sampleGoal()], count: 1 } };
  return [
    { name: 'home, nothing to do', home: homeView(home([NOTHING])) },
    { name: 'home of a rep', home: homeView(home([rep])) },
    { name: 'home of a marketer', home: homeView(home([marketer, NOTHING])) },
    { name: 'home of a manager', home: homeView({ ...home([manager, NOTHING]), ...toSign }) },
    {
      name: 'home of a manager, a quiet week',
      home: homeView({ ...home([quiet(manager), NOTHING]), leadsChannel: null }),
    },
    {
      name: 'home of one who is everything, all of it full',
      home: homeView({ ...home(all), ...toSign }),
    },
    ...listEntries(said),
  ];
}

function home(parts: Home['sections']): Home {
  const { leadsChannel, timezone } = SETTINGS;
  return {
    ...{ sections: parts, toSign: null, goalsToSign: NONE },
    ...{ leadsChannel, timezone, now: LATER, openedAt: LATER },
  };
}

const NONE = { shown: [], count: 0 };
const NOTHING: RepHome = {
  ...{ role: 'rep', own: { due: NONE, today: NONE, later: [] }, unshown: 0, together: [] },
  ...{ deals: NONE, snoozed: NONE, askedBack: NONE, owedTo: NONE },
};

const HOUR = 3_600_000;
const URL = 'https://sample.slack.com/archives/C_LEADS/p1794921301000200';

function repHome(said: Said, due: number): RepHome {
  const lives = sampleLives(said);
  const snoozed = { ...lives.claimed.lead, snoozedUntil: LATER + 24 * HOUR };
  const contact = (dueAt: number) => owed('contact', lead(lives.claimed), dueAt);
  return {
    role: 'rep',
    own: {
      due: listed(due, contact(LATER - HOUR)),
      today: listed(1, contact(LATER + HOUR)),
      later: [
        { kind: 'contact', ...listed(1, contact(LATER + 30 * HOUR)) },
        { kind: 'verdict', ...listed(1, owed('verdict', lead(lives.contacted), LATER + 40 * HOUR)) },
        { kind: 'answer', ...listed(1, owed('answer', request(said), LATER + 50 * HOUR)) },
      ],
    },
    unshown: due + 4,
    together: [kindPage('claim', 3, owed('claim', lead(lives.new), LATER + HOUR))],
    deals: listed(2, { lead: numbered(lives.qualified), url: URL }),
    snoozed: listed(2, { lead: { ...snoozed, id: 'lead_1' as LeadId }, url: URL }),
    askedBack: listed(2, { story: { ...sampleStory(said), state: 'asked_back' as const }, url: URL }),
    owedTo: listed(5, owed('decide', story(said), LATER + HOUR)),
  };
}

function marketerHome(said: Said, shown: number): MarketerHome {
  const accepted = { ...sampleStory(said), state: 'accepted' as const };
  return {
    role: 'marketer',
    together: [
      kindPage('mend', Math.min(shown, 2), returned(said)),
      kindPage('decide', Math.min(shown, 2), owed('decide', story(said), LATER + HOUR)),
    ],
    toAnswer: listed(Math.min(shown, 2), owed('answer_rejects', rejectsOf(said), LATER + HOUR)),
    accepted: listed(1, { story: accepted, url: URL }),
    campaigns: listed(6, { name: said('Hotels Q4'), leads: 12, qualified: 3, rejected: 2 }),
    rejects: 9,
    names: 2,
  };
}

function managerHome(said: Said, shown: number): ManagerHome {
  const lives = sampleLives(said);
  const first = owed('claim', lead(lives.new), LATER - 2 * HOUR);
  const others = owed('contact', lead(lives.claimed), LATER - HOUR);
  return {
    role: 'manager',
    bulk: bulkOf(said, shown),
    troubles: { shown: [{ code: 'no_channel', place: 'leads', waiting: 3 }], count: shown > 2 ? 4 : 1 },
    breaches: [
      { kind: 'claim', count: 2, by: { shown: ['sales'], count: 1 } },
      { kind: 'contact', count: 3, by: { shown: [ANA, BEN, MAX], count: 5 } },
      { kind: 'verdict', count: 1, by: { shown: [ANA], count: 1 } },
    ],
    worst: { shown: Array.from({ length: shown }, (_, n) => (n === 0 ? first : others)), count: 6 },
    pairs: { shown: Array.from({ length: shown < 5 ? 1 : 2 }, () => pairOf(said)), count: shown },
    week: { week: parseWeek('2026-W47'), leads: 52, qualified: 14, won: 3, untouched: 2 },
  };
}

function pairOf(said: Said): LeadPair {
  const { new: arrived, claimed } = sampleLives(said);
  const lead = { ...arrived.lead, id: 'lead_2' as LeadId };
  return { lead, earlier: claimed.lead, by: 'email', foundAt: ARRIVED };
}

function bulkOf(said: Said, shown: number): ManagerHome['bulk'] {
  if (shown < 5) return { waiting: [], stopped: NONE };
  const stopped = listed(2, { lead: sampleLives(said).new.lead, url: null });
  return { waiting: [{ target: 'C_LEADS', waiting: 214, bulk: 199 }], stopped };
}

function quiet(part: ManagerHome): ManagerHome {
  const week = { ...part.week, leads: 0, qualified: 0, won: 0, untouched: 0 };
  return { ...part, troubles: NONE, breaches: [], worst: NONE, pairs: NONE, week };
}

/** As many as were asked for, and as many again that are not shown. */
function listed<T extends object>(count: number, item: T): Page<T> {
  return { shown: Array.from({ length: count }, () => item), count: 2 * count };
}

function kindPage(kind: PromiseKind, count: number, item: HomeEntry): KindPage {
  return { kind, ...listed(count, item) };
}

function owed(kind: PromiseKind, thing: PromisedThing, dueAt: number): HomeEntry {
  const calendar = promiseCalendarOf(null, SETTINGS);
  const owedBy =
    kind === 'claim' ? 'sales' : ['mend', 'decide', 'answer_rejects'].includes(kind) ? 'marketing' : ANA;
  const promise = makePromise({
    ...{
      id: 'promise_1' as PromiseId,
      kind,
      about: 'lead_1',
      owedBy,
      startedAt: ARRIVED,
      startMove: 'event_1',
    },
    ...{ target: 60, calendar, dueAt },
  });
  return { promise, thing, reasonLabel: null, url: URL };
}

function returned(said: Said): HomeEntry {
  const { returned: life } = sampleLives(said);
  const reasonLabel = life.lead.rejection && reasonOf(life.lead.rejection.reason).label;
  return { ...owed('mend', lead(life), LATER + HOUR), reasonLabel };
}

function numbered({ lead }: Life) {
  return { ...lead, id: 'lead_1' as LeadId };
}

function lead(life: Life): PromisedThing {
  return { is: 'lead', lead: numbered(life) };
}

function story(said: Said): PromisedThing {
  return { is: 'story', story: sampleStory(said) };
}

function request(said: Said): PromisedThing {
  return { is: 'request', request: sampleRequest(said) };
}

function rejectsOf(said: Said): PromisedThing {
  return { is: 'rejects', summed: sampleRejects(said) };
}

function listEntries(said: Said): GalleryEntry[] {
  const lives = sampleLives(said);
  const contact = owed('contact', lead(lives.claimed), LATER - HOUR);
  const deal = { lead: numbered(lives.qualified), url: URL };
  const reject = { lead: numbered(lives.rejected), url: URL, reasonLabel: reasonOf('not_our_market').label };
  const broken = [owed('claim', lead(lives.new), LATER - HOUR), contact, returned(said)];
  const rows: [string, HomeListScene['list']['name'], HomeListRows][] = [
    ['of what is owed', 'own', { are: 'entries', shown: [contact, owed('answer', request(said), LATER)] }],
    ['of what is past its promise', 'broken', { are: 'entries', shown: broken }],
    ['of open deals', 'deals', { are: 'leads', shown: [deal, deal] }],
    [
      'of what is to be answered',
      'to_answer',
      { are: 'entries', shown: [owed('answer_rejects', rejectsOf(said), LATER)] },
    ],
    ['of rejects', 'rejects', { are: 'rejects', shown: [reject, reject] }],
    ['of stories', 'accepted', { are: 'stories', shown: [{ story: sampleStory(said), url: URL }] }],
    ['of leads that may be the same', 'pairs', { are: 'pairs', shown: [pairOf(said)] }],
    [
      'of campaigns',
      'campaigns',
      { are: 'campaigns', shown: [{ name: said('Hotels Q4'), leads: 1, qualified: 0, rejected: 1 }] },
    ],
    [
      'of troubles',
      'troubles',
      { are: 'troubles', shown: [{ code: 'no_channel', place: 'leads', waiting: 3 }] },
    ],
    ['of nothing any more', 'snoozed', { are: 'leads', shown: [] }],
  ];
  return rows.map(([name, list, shown]) => ({
    name: `home list ${name}`,
    modal: homeListModal(listScene(list, shown)),
  }));
}

function listScene(name: HomeListScene['list']['name'], rows: HomeListRows): HomeListScene {
  const pages = rows.shown.length > 0 ? 4 : 1;
  return {
    ...{ list: { name, kind: null, page: 1 }, rows, count: 34, offset: 10, pages },
    ...{ timezone: SETTINGS.timezone, now: LATER },
  };
}

function proposal(said: Said): Home['toSign'] {
  return {
    ...{ version: 3, proposedBy: MAX, proposedAt: ARRIVED, channel: 'C_SCORECARD' },
    criteria: [{ code: 'fits', label: said('Fits our market'), required: true }],
    asked: { marketing: null, sales: null },
    signatures: { marketing: null, sales: MAX },
    ...{ signedAt: null, end: null },
  };
}
