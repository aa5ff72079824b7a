import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { type LeadInput, type PostRule, receive } from '../../domain/lead/receive.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { type FillFate, leadsHere, previewFilling } from './fill-known.ts';
import { type CameBefore, type ReceivedLead, sortByNews } from './sort-by-news.ts';
import { ofSourcesHere } from './sources-here.ts';
import { previewOfKnown, reasonsToldBy } from './tell-histories.ts';

export interface LeadPreview {
  /** `another`: the id is here, and of another person. */
  fate: 'taken' | 'updated' | 'unchanged' | 'otherwise' | 'another';
  /** It would be posted. */
  isCarded: boolean;
  /** What of it would be filled, or could be where nothing is to be filled. */
  filled?: FillFate;
}

/**
 * What `receiveLeads` would do with the rows of a file, part by part, without writing anything: what came in an earlier part counts as here. It remembers
 * whom each id is of, some hundred bytes a row.
 */
export function leadPreview(
  ctx: Context,
  { post, fills = false }: { post: PostRule; fills?: boolean },
): (inputs: readonly LeadInput[]) => Promise<LeadPreview[]> {
  const came: CameBefore = new Map();
  const after = new Map<LeadId, Lead>();
  const filledBefore = () => (fills ? after : new Map<LeadId, Lead>());
  const readAgain = (given: readonly LeadInput[], work: Work) => (fills ? ofSourcesHere(work, given) : given);
  return (given) =>
    perform(ctx, 'import', async (work) => {
      const inputs = await readAgain(given, work);
      const sorting = { refusesOthers: true, came, isTried: true };
      const { answers, news } = await sortByNews(work, inputs, sorting);
      const inputOf = new Map(news.map(({ id, input }) => [id, input]));
      const { now, settings } = work;
      const reasonOf = await reasonsToldBy(
        work,
        news.map(({ input }) => input.history),
      );
      const arrive = (id: LeadId, input: LeadInput): LeadPreview => {
        const how = { post, undated: 'old', now, settings, reason: reasonOf(input.history) } as const;
        const { lead, isCarded } = receive(input, { id, actor: 'import', ...how });
        // Only a history can go on: without one nothing is remembered of a row but its id.
        if (input.history || fills) after.set(id, lead);
        return { fate: 'taken', isCarded };
      };
      const seen = await leadsHere(work, duplicatesIn(answers));
      // What could be filled and is not to be is only told of: it is not remembered for the parts that follow.
      const filling = { seen, after: filledBefore() };
      const previews: LeadPreview[] = [];
      for (const [index, { id, duplicate, isAnother }] of answers.entries()) {
        const input = duplicate ? undefined : inputOf.get(id);
        if (isAnother) previews.push({ fate: 'another', isCarded: false });
        else if (input) previews.push(arrive(id, input));
        else previews.push(await previewHere(work, { id, told: inputs[index], after, filling }));
      }
      return previews;
    });
}

function duplicatesIn(answers: readonly ReceivedLead[]): LeadId[] {
  return answers.flatMap(({ id, duplicate }) => (duplicate ? id : []));
}

interface Here {
  id: LeadId;
  told: LeadInput | undefined;
  after: Map<LeadId, Lead>;
  filling: { seen: ReadonlyMap<LeadId, Lead>; after: Map<LeadId, Lead> };
}

async function previewHere(work: Work, { id, told, after, filling }: Here): Promise<LeadPreview> {
  const filled = told ? await previewFilling(work, { id, input: told }, filling) : null;
  const history = told?.history;
  const [fate = 'known'] = history ? await previewOfKnown(work, [{ id, history }], after) : [];
  const here = { fate: fate === 'known' ? ('unchanged' as const) : fate, isCarded: false };
  return filled ? { ...here, filled } : here;
}
