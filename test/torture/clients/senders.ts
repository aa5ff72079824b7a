/** Programs that send leads over the API: alone and several at once, with and without what makes a repetition known. */
import { randomUUID } from 'node:crypto';
import { INTAKE_TOKEN } from '../../support/world.ts';
import { DELIVERED_ONCE } from '../front.ts';
import type { SentLead } from '../promised.ts';
import type { Stage } from '../stage.ts';
import { untilDone } from './stream.ts';

interface Delivery {
  leads: SentLead[];
  body: unknown;
  headers: Record<string, string>;
}

/** An answer that never comes. */
const PATIENCE_MS = 15_000;

/** One sender: what it sends next is a matter of chance. */
export function sender(stage: Stage, name: string): () => Promise<void> {
  const { below } = stage.chanceFor(name);
  return async () => {
    const count = below(3) === 0 ? 2 + below(3) : 1;
    const kind = below(5);
    if (kind === 0) await withoutAnything(stage);
    else await deliver(stage, kind < 3 ? byExternalId(stage, count) : byKey(stage, count));
  };
}

/** Sent once: such a sender does not know what became of it, and does not ask. */
async function withoutAnything(stage: Stage): Promise<void> {
  const [lead] = newLeads(stage, 1, false);
  const headers = { [DELIVERED_ONCE]: 'yes' };
  if (lead) await post(stage, { leads: [lead], body: { source: 'Fair', name: lead.name }, headers });
}

/** As a sender does that keeps what it has not been confirmed: the same again. */
async function deliver(stage: Stage, delivery: Delivery): Promise<void> {
  await untilDone(stage, () => post(stage, delivery));
}

function byExternalId(stage: Stage, count: number): Delivery {
  const leads = newLeads(stage, count, true);
  const bodies = leads.map(({ name }) => ({ source: 'Webinar', externalId: name, name }));
  return { leads, body: count === 1 ? bodies[0] : bodies, headers: {} };
}

function byKey(stage: Stage, count: number): Delivery {
  const leads = newLeads(stage, count, true);
  const bodies = leads.map(({ name }) => ({ source: 'Shop', name, priority: 'hot' }));
  return { leads, body: count === 1 ? bodies[0] : bodies, headers: { 'idempotency-key': randomUUID() } };
}

function newLeads({ promised }: Stage, count: number, isKnownAgain: boolean): SentLead[] {
  return Array.from({ length: count }, () => promised.lead({ isKnownAgain, wantsCard: true }));
}

async function post({ front }: Stage, { leads, body, headers }: Delivery): Promise<boolean> {
  for (const lead of leads) lead.sent += 1;
  try {
    const answer = await fetch(`${front.url}/api/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const told = (await answer.json()) as { leads?: { id: string }[] };
    if (!answer.ok) return false;
    confirm(leads, told.leads ?? []);
    return true;
  } catch {
    // Cut, or nobody was there: whoever sends again has to.
    return false;
  }
}

/** In the order in which they were sent. */
export function confirm(leads: readonly SentLead[], told: readonly { id: string }[]): void {
  for (const [nth, lead] of leads.entries()) {
    lead.confirmed = true;
    const id = told[nth]?.id;
    if (id) lead.ids.add(id);
  }
}
