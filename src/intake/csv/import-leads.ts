import type { FillCounts } from '../../domain/import/import-plan.ts';
import { refuse } from '../../domain/refusals.ts';
import { isTestLead } from '../../reading/lead/test-lead.ts';
import { sayLeftAlone, WORKED_ON } from '../../sentences/en/lead-history.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import type { Context } from '../../usecases/context.ts';
import type { FillFate } from '../../usecases/lead/fill-known.ts';
import { findKnownIds } from '../../usecases/lead/find-known-ids.ts';
import { type LeadPreview, leadPreview } from '../../usecases/lead/preview-leads.ts';
import {
  type LeadInput,
  type PostRule,
  type ReceivedLead,
  receiveLeads,
} from '../../usecases/lead/receive-leads.ts';
import { peopleBook } from '../../usecases/team/find-people.ts';
import { leadSchema, type WrittenLead } from '../schemas/lead.ts';
import { LEADS } from './columns/layout.ts';
import { type ImportReport, type ImportRequest, importRows } from './import-rows.ts';
import type { FitRow, SavedRow } from './row-kind.ts';
import { leadRow } from './values/lead-row.ts';

export interface LeadImportReport extends ImportReport {
  /** Rows whose source was blank: kept apart as "(no source)". */
  withoutSource: number;
  /** Rows that do not say when they came: taken as of now, without a card unless all are to have one. */
  withoutDate?: { rows: number; hasColumn: boolean };
  /** New leads that have no card, since they do not say when they came. */
  uncarded?: number;
  /** Only tried: new leads that would be posted, and those that would not, since they have a date and it is long ago. */
  cards?: number;
  old?: number;
  /** Whose the leads are elsewhere: rows of people of the team, and what stands for nobody here. */
  owners?: { known: number; unknown: readonly { text: string; rows: number }[] };
  /** Rows that a vendor made up to try a form: taken, marked, never counted. */
  tests?: number;
  /** Leads that are here and empty where the file tells more: filled, or fit to be where that was not asked for. */
  fills?: FillCounts;
}

/** A row without an id of its own is named by its cells, so that importing the file again adds nothing. */
export async function importLeads(
  ctx: Context,
  request: ImportRequest,
  post: PostRule,
): Promise<LeadImportReport> {
  let withoutSource = 0;
  let tests = 0;
  let [cards, old, uncarded] = [0, 0, 0];
  const fills = request.update ?? false;
  const look = leadPreview(ctx, { post, fills });
  const filling = new Fillings(fills);
  const withoutDate = { rows: 0, hasColumn: false };
  const owners = new Owners(ctx, request);
  const schema = leadSchema({ now: ctx.clock.now, file: request }).transform((lead) => {
    const isTest = isTestLead(lead);
    if (isTest) tests += 1;
    else if (lead.source === null) withoutSource += 1;
    if (!isTest && lead.receivedAt === undefined) withoutDate.rows += 1;
    return { ...lead, isTest };
  });
  const report = await importRows<WrittenLead>(request, {
    layout: LEADS,
    onPlan: (plan) => {
      withoutDate.hasColumn = plan.columns.has('receivedAt');
      owners.column = plan.header[plan.columns.get('owner') ?? -1] || 'owner';
    },
    schema,
    complete: leadRow,
    preview: async (rows) => {
      const leads = await owners.find(await withNames(ctx, rows));
      return (await look(leads)).map(({ fate, isCarded, filled = null }, index) => {
        const lead = leads[index];
        if (isCarded) cards += 1;
        else if (fate === 'taken' && lead?.receivedAt !== undefined && !lead.isTest) old += 1;
        filling.see(filled);
        return fills ? withFilled(fateAs(fate, lead), filled) : fateAs(fate, lead);
      });
    },
    save: async (rows, importId) => {
      const leads = await owners.find(await withNames(ctx, rows));
      const received = await receiveLeads(ctx, leads, {
        ...{
          by: 'import',
          post,
          undated: 'old',
          refusesOthers: true,
          importId,
          fills: fills ? 'fill' : 'tell',
        },
      });
      return received.map((answer, index) => {
        const lead = leads[index];
        filling.see(answer.filled ?? null);
        if (
          post === 'recent' &&
          fateOf(answer) === 'taken' &&
          lead?.receivedAt === undefined &&
          !lead?.isTest
        )
          uncarded += 1;
        const fate = fateAs(fateOf(answer), lead);
        return fills ? withFilled(fate, answer.filled ?? null) : fate;
      });
    },
  });
  return {
    ...report,
    withoutSource,
    ...(withoutDate.rows > 0 && { withoutDate }),
    ...(uncarded > 0 && { uncarded }),
    ...(tests > 0 && { tests }),
    ...owners.report(),
    ...filling.report(),
    ...(request.dryRun && { cards, old }),
  };
}

/** What is filled, row by row. */
class Fillings {
  readonly #fields = new Map<string, number>();
  readonly #isAsked: boolean;
  #rows = 0;
  #workedOn = 0;

  constructor(isAsked: boolean) {
    this.#isAsked = isAsked;
  }

  see(fate: FillFate): void {
    if (fate === null) return;
    if (fate === 'worked_on') this.#workedOn += 1;
    else this.#rows += 1;
    for (const field of fate === 'worked_on' ? [] : fate)
      this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
  }

  report(): { fills?: FillCounts } {
    if (this.#rows + this.#workedOn === 0) return {};
    const fields = [...this.#fields].map(([field, rows]) => ({ field, rows }));
    const byRows = fields.toSorted((a, b) => b.rows - a.rows);
    return { fills: { rows: this.#rows, fields: byRows, workedOn: this.#workedOn, isAsked: this.#isAsked } };
  }
}

function withFilled(fate: SavedRow, filled: FillFate): SavedRow {
  if (filled === null || fate !== 'unchanged') return fate;
  return filled === 'worked_on' ? { left: WORKED_ON } : 'updated';
}

/** Whose a lead is, as the file tells it. Whoever is none of us is kept as text, and told of. */
class Owners {
  /** As the file calls it. */
  column = 'owner';
  readonly #lookUp: ReturnType<typeof peopleBook>;
  readonly #unknown = new Map<string, number>();
  #known = 0;

  constructor(ctx: Context, { owners }: ImportRequest) {
    this.#lookUp = peopleBook(ctx, owners ?? {});
  }

  async find(rows: readonly WrittenLead[]): Promise<LeadInput[]> {
    const found = await this.#lookUp(rows.flatMap(({ history }) => history?.toldOwner ?? []));
    return rows.map(({ history, ...lead }) => {
      if (!history) return lead;
      const { toldOwner, ...life } = history;
      const owner = toldOwner === undefined ? undefined : found.get(toldOwner);
      if (owner !== undefined) this.#known += 1;
      if (toldOwner === undefined || owner !== undefined)
        return { ...lead, history: { ...life, ...(owner && { owner }) } };
      this.#unknown.set(toldOwner, (this.#unknown.get(toldOwner) ?? 0) + 1);
      return { ...lead, history: life, fields: { ...lead.fields, [this.column]: toldOwner } };
    });
  }

  report(): Pick<LeadImportReport, 'owners'> {
    if (this.#known === 0 && this.#unknown.size === 0) return {};
    const unknown = [...this.#unknown].map(([text, rows]) => ({ text, rows }));
    return { owners: { known: this.#known, unknown: unknown.toSorted((a, b) => b.rows - a.rows) } };
  }
}

/** A row without an id is named by its cells; one that an earlier version has brought keeps the name that it has. */
async function withNames(ctx: Context, rows: readonly FitRow<WrittenLead>[]): Promise<WrittenLead[]> {
  const names = rows.map(({ input, rowName }) => (input.externalId == null ? rowName() : null));
  const known = await findKnownIds(
    ctx,
    names.flatMap((name) => name?.former ?? []),
  );
  return rows.map(({ input }, index) => {
    const name = names[index];
    return name ? { ...input, externalId: known.has(name.former) ? name.former : name.name } : input;
  });
}

function fateOf({ duplicate, isAnother, told = 'known' }: ReceivedLead): LeadPreview['fate'] {
  if (isAnother) return 'another';
  if (!duplicate) return 'taken';
  return told === 'known' ? 'unchanged' : told;
}

function fateAs(fate: LeadPreview['fate'], lead: LeadInput | undefined): SavedRow {
  switch (fate) {
    case 'another':
      return {
        refused: sayRefusal(refuse('id_of_another', { externalId: lead?.externalId ?? '' }).refusal, PLAIN),
      };
    case 'otherwise':
      return { left: sayLeftAlone(lead?.history) };
    default:
      return fate;
  }
}
