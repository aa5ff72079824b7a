import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadEvent, TurnReason } from '../../domain/lead/lead-event.ts';
import type { RoutingRule } from '../../domain/routing/routing.ts';
import { leadCard } from '../views/lead/lead-card.ts';
import { leadLine } from '../views/lead/lead-line.ts';
import { leadProposed } from '../views/lead/lead-reminder.ts';
import { routingModal, routingRuleModal } from '../views/routing/routing-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleLives } from './sample-leads.ts';
import { ANA, ARRIVED, BEN, MAX, SETTINGS } from './sample-people.ts';
import { promiseOn } from './sample-promises.ts';

export function routingEntries(said: Said): GalleryEntry[] {
  const rule: RoutingRule = {
    id: 'rule_1',
    sources: [said('Webinar'), said('Trade fair')],
    regions: [said('Bavaria')],
    mode: 'assign',
    people: [
      { person: ANA, weight: 2 },
      { person: BEN, weight: 1 },
    ],
    cap: 8,
  };
  const open = { ...rule, id: 'rule_2', sources: [], regions: [], mode: 'propose', cap: null } as const;
  return [
    { name: 'routing', modal: routingModal({ rules: [rule, { ...open, sources: [], regions: [] }] }) },
    { name: 'routing, no rule', modal: routingModal({ rules: [] }) },
    { name: 'routing rule, add', modal: routingRuleModal({ rule: null }) },
    { name: 'routing rule, change', modal: routingRuleModal({ rule }) },
    ...turnEntries(said),
  ];
}

function turnEntries(said: Said): GalleryEntry[] {
  const { lead } = sampleLives(said).new;
  const turn: TurnReason = {
    what: said('Webinar'),
    open: 3,
    cap: 8,
    passed: [
      { person: BEN, why: 'leave' },
      { person: MAX, why: 'full' },
    ],
  };
  const told = { at: ARRIVED, actor: 'tango' } as const;
  const line = (event: LeadEvent) =>
    leadLine({ lead, event, reasonLabel: null, timezone: SETTINGS.timezone });
  const given: Lead = { ...lead, state: 'claimed', owner: ANA };
  const scene = { lead, promise: null, reasonLabel: null, timezone: SETTINGS.timezone, showsContact: true };
  return [
    {
      name: 'lead card, given in turn',
      message: leadCard({
        ...{ ...scene, lead: given, promise: promiseOn(given) },
        ...{ givenBy: { by: 'tango', what: 'Webinar' } as const, now: ARRIVED },
      }),
    },
    { name: 'lead card, proposed', message: leadCard({ ...scene, proposedTo: ANA, now: ARRIVED }) },
    {
      name: 'lead proposed to somebody',
      message: leadProposed({ lead, promise: null, url: null, timezone: SETTINGS.timezone, now: ARRIVED }),
    },
    { name: 'lead line, proposed', message: line({ ...told, kind: 'proposed', data: { to: ANA, turn } }) },
    {
      name: 'lead line, assigned in turn',
      message: line({ ...told, kind: 'assigned', data: { to: ANA, note: null, turn } }),
    },
    { name: 'lead line, left open', message: line({ ...told, kind: 'left_open', data: { turn } }) },
  ];
}
