import type { Lead, NamedLead } from '../../domain/lead/lead.ts';
import { type TurnNote, turnNote } from '../../domain/routing/route-lead.ts';
import { choose, ruleFor, type Turn } from '../../domain/routing/routing.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { People } from '../../domain/team/person.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { findLeads } from '../../store/lead/lead.ts';
import { listLatestLeadIds } from '../../store/routing/turn.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { routingToday } from './routing-today.ts';

interface PreviewedRoute {
  lead: NamedLead;
  source: string | null;
  at: number;
  /** Null: no rule fits, first come, first served. */
  note: TurnNote | null;
}

export interface RoutePreview {
  routes: PreviewedRoute[];
  people: People;
  timezone: string;
}

/**
 * Whom the latest leads would have gone to by today's rules, oldest first; nothing is changed. An open lead counts until the verdict that
 * it really got. Whether somebody was there is judged by what is known of their time now.
 */
export function previewRoutes(ctx: Context, limit: number): Promise<RoutePreview> {
  return perform(ctx, 'tango', async (work) => {
    const { tx } = work;
    const settings = { ...work.settings, routing: await routingToday(work) };
    const leads = await findLeads(tx, await listLatestLeadIds(tx, limit));
    const inOrder = leads.sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
    return {
      routes: simulate(inOrder, settings),
      people: settings.people ?? new Map(),
      timezone: settings.timezone,
    };
  });
}

function simulate(leads: readonly Lead[], settings: Settings): PreviewedRoute[] {
  const turns = new Map<string, Turn>();
  const given: { to: PersonId; until: number }[] = [];
  return leads.map((lead) => {
    const at = lead.createdAt;
    const about = { lead, source: lead.source, at };
    const rule = ruleFor(lead, settings.routing);
    if (!rule) return { ...about, note: null };
    const open = new Map<PersonId, number>();
    for (const { to, until } of given) if (until > at) open.set(to, (open.get(to) ?? 0) + 1);
    const choice = choose(rule, { turn: turns.get(rule.id) ?? {}, open, team: settings, now: at });
    turns.set(rule.id, choice.turn);
    const until = lead.verdictAt ?? lead.closedAt ?? Number.POSITIVE_INFINITY;
    if (choice.person) given.push({ to: choice.person, until });
    return { ...about, note: turnNote(lead, { rule, choice }) };
  });
}
