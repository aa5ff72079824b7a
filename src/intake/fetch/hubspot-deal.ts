/** The HubSpot deal that an event names: how it stands by the stage of its pipeline, and whose it is. */
import { z } from 'zod';
import { instantOf } from '../../reading/dates/instant.ts';
import { readStage, type SaidStages, type Stage } from '../../reading/outcome/stage.ts';
import type { ToldDeal } from '../../usecases/deal/record-deals.ts';
import { openRecord } from '../schemas/open-record.ts';
import { id } from '../webhooks/read-body.ts';
import { type Fetched, failureOf, getJson } from './get-json.ts';
import type { FetchCall, FetchedPeople, FetchFailed } from './source.ts';

/** Before the account and the id, so that a job is told apart from one of a contact. */
export const DEAL = 'deal:';

/** All that is read of a deal: what changes of others is no news here. */
export const DEAL_PROPERTIES: readonly string[] = [
  ...['dealstage', 'pipeline', 'amount', 'deal_currency_code', 'closedate', 'closed_lost_reason'],
  ...['hs_is_closed_won', 'hs_is_closed_lost'],
];

export async function fetchDeal(call: FetchCall): Promise<FetchedPeople | FetchFailed> {
  const { job, settings } = call;
  const key = job.objectId.slice(DEAL.length);
  const path = `objects/deals/${encodeURIComponent(key.split(':').at(-1) ?? '')}`;
  const fetched = await ask(call, path, { properties: DEAL_PROPERTIES.join(','), associations: 'contacts' });
  if ('kind' in fetched) return fetched;
  // It was deleted meanwhile.
  if (fetched.status === 404) return { leads: [], goneDeals: [{ vendor: 'hubspot', id: key }] };
  if (fetched.status === 403)
    return { kind: 'odd', code: 'no_deals', trouble: { code: 'deals_unread', vendor: 'hubspot' } };
  if (fetched.status !== 200) return failureOf(fetched);
  const { data: deal } = Deal.safeParse(fetched.json);
  if (!deal) return { kind: 'odd', code: 'no_deal' };
  const stage = await stageOf(call, deal);
  if ('kind' in stage) return stage;
  const state = stateOf(stage, deal, settings.hubspotStages ?? {});
  if (state === null) {
    const trouble = { code: 'deal_stage_unclear', vendor: 'hubspot', stage: stage.label } as const;
    return { kind: 'odd', code: 'stage_unclear', trouble };
  }
  const contacts = await contactsOf(call, deal);
  if ('kind' in contacts) return contacts;
  return {
    leads: [],
    deals: [{ ...toldOf(deal), id: key, stage: stage.label, state, contacts: contacts.found }],
  };
}

const text = z.string().nullish().catch(null);

const Deal = z.object({
  properties: openRecord(z.unknown()),
  associations: z
    .object({
      contacts: z
        .object({ results: z.array(z.object({ id })) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});

type Deal = z.infer<typeof Deal>;

function told({ properties }: Deal, name: string): string | null {
  const value = properties[name];
  const given = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return given === '' ? null : given;
}

function toldOf(deal: Deal): Pick<ToldDeal, 'vendor' | 'amount' | 'currency' | 'at' | 'reason'> {
  const currency = told(deal, 'deal_currency_code');
  const at = told(deal, 'closedate');
  return {
    vendor: 'hubspot',
    amount: told(deal, 'amount'),
    currency: currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null,
    at: at === null ? null : instantOf(at, undefined),
    reason: told(deal, 'closed_lost_reason'),
  };
}

/** "CRM API | Pipelines" (developers.hubspot.com): a deal's stage has a probability, 1.0 of what is won and 0.0 of what is lost, and says whether it is closed. */
const Stages = z.object({
  stages: z.array(
    z.object({
      id,
      label: z.string(),
      metadata: z
        .object({ isClosed: z.unknown().optional(), probability: z.unknown().optional() })
        .nullish()
        .catch(null),
    }),
  ),
});

type PipelineStage = Pick<z.infer<typeof Stages>['stages'][number], 'id' | 'label' | 'metadata'>;

/** One whose pipeline is gone is known by its id alone. */
async function stageOf(call: FetchCall, deal: Deal): Promise<PipelineStage | FetchFailed> {
  const stage = told(deal, 'dealstage') ?? '';
  const pipeline = told(deal, 'pipeline') ?? 'default';
  const fetched = await ask(call, `pipelines/deals/${encodeURIComponent(pipeline)}`, {});
  if ('kind' in fetched) return fetched;
  if (fetched.status === 429 || fetched.status >= 500 || fetched.status === 401) return failureOf(fetched);
  const known = Stages.safeParse(fetched.json).data?.stages.find((each) => each.id === stage);
  return known ?? { id: stage, label: stage, metadata: null };
}

/** What the operator says goes first, then what the pipeline says, then the deal itself, and last the word. Null: nobody knows. */
function stateOf({ id: stage, label, metadata }: PipelineStage, deal: Deal, said: SaidStages): Stage | null {
  const meant = readStage(stage, said, { isSaid: true }) ?? readStage(label, said, { isSaid: true });
  return meant ?? byMetadata(metadata) ?? byFlags(deal) ?? readStage(label) ?? readStage(stage);
}

function byMetadata(metadata: PipelineStage['metadata']): Stage | null {
  if (!metadata) return null;
  const isClosed = String(metadata.isClosed ?? '').toLowerCase();
  const given = String(metadata.probability ?? '').trim();
  const probability = given === '' ? Number.NaN : Number(given);
  if (isClosed === 'false') return 'open';
  if (probability === 1) return 'won';
  if (probability === 0) return 'lost';
  return isClosed === 'true' || Number.isNaN(probability) ? null : 'open';
}

function byFlags(deal: Deal): Stage | null {
  if (told(deal, 'hs_is_closed_won') === 'true') return 'won';
  return told(deal, 'hs_is_closed_lost') === 'true' ? 'lost' : null;
}

/** A deal of more people is one of a company, and the first few say of which lead it is. */
const MOST_CONTACTS = 5;

const Contact = z.object({ properties: z.object({ email: text }).catch({ email: null }) });

async function contactsOf(
  call: FetchCall,
  { associations }: Deal,
): Promise<{ found: ToldDeal['contacts'] } | FetchFailed> {
  const ids = [...new Set((associations?.contacts?.results ?? []).map((each) => each.id))];
  const found: { externalId: string; email?: string }[] = [];
  for (const externalId of ids.slice(0, MOST_CONTACTS)) {
    const fetched = await ask(call, `objects/contacts/${encodeURIComponent(externalId)}`, {
      properties: 'email',
    });
    if ('kind' in fetched) return fetched;
    if (fetched.status !== 200 && fetched.status !== 404) return failureOf(fetched);
    const email = Contact.safeParse(fetched.json).data?.properties.email?.trim();
    found.push({ externalId, ...(email && { email }) });
  }
  return { found };
}

function ask(
  { token, settings, signal }: FetchCall,
  path: string,
  query: Record<string, string>,
): Promise<Fetched | FetchFailed> {
  const url = new URL(`${settings.hubspotApiUrl ?? 'https://api.hubapi.com'}/crm/v3/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return getJson(url, { token, signal });
}
