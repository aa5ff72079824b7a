import type { LeadHistory } from '../../domain/lead/history.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { type LeadInput, type PostRule, receive } from '../../domain/lead/receive.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { type CameBefore, sortByNews } from './sort-by-news.ts';
import { previewOfKnown, reasonsToldBy } from './tell-histories.ts';

export interface LeadPreview {
  /** `another`: the id is here, and of another person. */
  fate: 'taken' | 'updated' | 'unchanged' | 'otherwise' | 'another';
  /** It would be posted. */
  isCarded: boolean;
}

/**
 * What `receiveLeads` would do with the rows of a file, part by part, without writing anything: what came in an earlier part counts as here. It remembers
 * whom each id is of, some hundred bytes a row.
 */
export function leadPreview(
  ctx: Context,
  { post }: { post: PostRule },
): (inputs: readonly LeadInput[]) => Promise<LeadPreview[]> {
  const came: CameBefore = new Map();
  const after = new Map<LeadId, Lead>();
  return (inputs) =>
    perform(ctx, 'import', async (work) => {
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
        if (input.history) after.set(id, lead);
        return { fate: 'taken', isCarded };
      };
      const previews: LeadPreview[] = [];
      for (const [index, { id, duplicate, isAnother }] of answers.entries()) {
        const input = duplicate ? undefined : inputOf.get(id);
        if (isAnother) previews.push({ fate: 'another', isCarded: false });
        else if (input) previews.push(arrive(id, input));
        else previews.push(await previewHere(work, { id, history: inputs[index]?.history, after }));
      }
      return previews;
    });
}

interface Here {
  id: LeadId;
  history: LeadHistory | undefined;
  after: Map<LeadId, Lead>;
}

async function previewHere(work: Work, { id, history, after }: Here): Promise<LeadPreview> {
  const [fate = 'known'] = history ? await previewOfKnown(work, [{ id, history }], after) : [];
  return { fate: fate === 'known' ? 'unchanged' : fate, isCarded: false };
}
