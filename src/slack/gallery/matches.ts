import { change } from '../../domain/lead/change.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { MEETING_NEWS, PRESENCE_NEWS } from '../../domain/lead/lead-event.ts';
import { type LeadMatch, MATCHED_BY, matchedEvent } from '../../domain/lead/match.ts';
import { keepApart, merge, mergeThere, split } from '../../domain/lead/merge.ts';
import { mergeOnArrival } from '../../domain/lead/repeat.ts';
import { detailsModal } from '../views/lead/details-modal.ts';
import { leadCard } from '../views/lead/lead-card.ts';
import { leadLine } from '../views/lead/lead-line.ts';
import { matchMessage } from '../views/lead/match-message.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { LATER, sampleLives } from './sample-leads.ts';
import { ANA, BEN, MAX, SETTINGS } from './sample-people.ts';

const BY = { person: ANA, isManager: false };

export function matchEntries(said: Said): GalleryEntry[] {
  const { new: arrived, rejected } = sampleLives(said);
  const lead: Lead = { ...arrived.lead, id: 'lead_2' as LeadId, message: said('We do need it now.') };
  const pair = { lead, earlier: rejected.lead };
  const match = matchOf(pair);
  const decided = { kind: 'merged', by: ANA, at: LATER } as const;
  const came = { lead, match, repeats: null };
  const scene = { earlier: pair.earlier, timezone: SETTINGS.timezone };
  const often = Array.from({ length: 6 }, (_, n) => ({
    ...came,
    lead: { ...lead, message: said(`Question ${n + 1}.`) },
    match: { ...match, decision: n === 3 ? decided : null },
    repeats: n === 4 ? { count: 39, lastAt: LATER } : null,
  }));
  const repeats = ['again-1', 'again-2'].map((externalId) =>
    mergeOnArrival(
      { ...arrived.lead, id: externalId as LeadId, externalId, fields: { budget: said(externalId) } },
      arrived.lead,
      LATER,
    ),
  );
  return [
    ...(['new', 'earlier', 'owner'] as const).flatMap((place) => [
      ...MATCHED_BY.map((by) => ({
        name: `came back, by ${by}, ${place}`,
        message: matchMessage({ ...scene, came: [{ ...came, match: { ...match, by } }], place }),
      })),
      {
        name: `came back, merged, ${place}`,
        message: matchMessage({
          ...scene,
          came: [{ ...came, match: { ...match, decision: decided } }],
          place,
        }),
      },
    ]),
    { name: 'came back, again and again', message: matchMessage({ ...scene, came: often, place: 'owner' }) },
    {
      name: 'came back, told to a manager, since its owner is gone',
      message: matchMessage({
        ...scene,
        came: [{ ...came, match: { ...match, told: MAX } }],
        place: 'owner',
      }),
    },
    ...cardEntries(pair, match),
    ...lineEntries(pair, match, said),
    {
      name: 'everything about a lead that was sent again and again',
      modal: detailsModal({
        ...arrived,
        history: [...arrived.history, ...repeats.map(({ counted }) => counted)],
        merged: repeats.map(({ merged }) => merged.lead),
        reasonLabel: null,
        timezone: SETTINGS.timezone,
      }),
    },
    {
      name: 'everything about a lead, with one that was merged into it',
      modal: detailsModal({
        ...rejected,
        merged: [lead],
        reasonLabel: 'Not our market',
        timezone: SETTINGS.timezone,
      }),
    },
  ];
}

interface Pair {
  lead: Lead;
  earlier: Lead;
}

function matchOf({ lead, earlier }: Pair): LeadMatch {
  return {
    leadId: lead.id,
    earlierId: earlier.id,
    by: 'email',
    foundAt: LATER,
    told: earlier.owner,
    toldWith: null,
    decision: null,
  };
}

function cardEntries(pair: Pair, { by }: LeadMatch): GalleryEntry[] {
  const { merged } = merge(pair, BY, LATER);
  const common = { promise: null, timezone: SETTINGS.timezone, now: LATER };
  const reasonLabel = 'Duplicate or already a customer';
  const duplicate: Lead = {
    ...pair.earlier,
    rejection: { reason: 'duplicate', detail: pair.earlier.id, outcome: 'dropped' },
    verdictNote: null,
  };
  const known = { earlier: { lead: pair.earlier, asks: by }, later: null, repeats: null };
  const done = { earlier: { lead: pair.earlier, asks: null }, later: null, repeats: null };
  const back = { earlier: null, later: { lead: pair.lead, by }, repeats: null };
  const often = { ...known, repeats: { count: 39, lastAt: LATER } };
  return [
    {
      name: 'lead card, of somebody we know',
      message: leadCard({ ...common, lead: pair.lead, reasonLabel: null, matches: known }),
    },
    {
      name: 'lead card, of somebody we know, sent forty times',
      message: leadCard({ ...common, lead: pair.lead, reasonLabel: null, matches: often }),
    },
    {
      name: 'lead card, came back',
      message: leadCard({ ...common, lead: pair.earlier, reasonLabel: 'Not our market', matches: back }),
    },
    {
      name: 'lead card, merged',
      message: leadCard({ ...common, lead: merged.lead, reasonLabel: null, matches: done }),
    },
    {
      name: 'lead card, duplicate',
      message: leadCard({ ...common, lead: duplicate, reasonLabel, matches: done }),
    },
  ];
}

/** What the CRM has done to one of them. */
function vendorEvents({ lead, earlier }: Pair, said: Said) {
  const told = {
    source: null,
    name: said('Dana Smith'),
    email: said('smith@harbour.example'),
    message: said('Call me'),
  };
  const facts = ['name', 'email', 'message'] as const;
  const changed = change(lead, { what: 'facts_changed', told, facts, fields: [], fills: false }, LATER);
  const merged = mergeThere([earlier, { ...lead, state: 'claimed', owner: BEN }], LATER);
  const apart = { what: 'merged_there', meetingAt: null, note: null } as const;
  return {
    ...(changed && { 'changed by the CRM': changed.event }),
    ...(merged && { 'merged by the CRM, the other': merged.kept.event }),
    ...Object.fromEntries(
      ([...MEETING_NEWS, ...PRESENCE_NEWS] as const).map((what) => [
        `told later: ${what.replaceAll('_', ' ')}`,
        {
          kind: 'changed_there',
          at: LATER,
          actor: 'api',
          data: { what, meetingAt: LATER, note: null },
        } as const,
      ]),
    ),
    'merged there, two deals': { kind: 'changed_there', at: LATER, actor: 'api', data: apart } as const,
  };
}

function lineEntries(pair: Pair, match: LeadMatch, said: Said): GalleryEntry[] {
  const { merged, kept } = merge(pair, BY, LATER);
  const before = { lead: pair.lead, earlier: null };
  const { back } = split({ lead: merged.lead, earlier: kept.lead }, BY, before, LATER);
  const events = {
    'came back': matchedEvent(match),
    'came back, company': matchedEvent({ ...match, by: 'company' }),
    merged: merged.event,
    'merged, the other': kept.event,
    split: back.event,
    ...vendorEvents(pair, said),
    'kept apart': keepApart(pair, BY, LATER)[0],
  };
  return Object.entries(events).map(([name, event]) => ({
    name: `lead line, ${name}`,
    message: leadLine({ lead: pair.lead, event, reasonLabel: null, timezone: SETTINGS.timezone }),
  }));
}
