import { type LeadInput, type PostRule, receive } from '../../domain/lead/receive.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { type CameBefore, sortByNews } from './sort-by-news.ts';

export interface LeadPreview {
  /** `another`: the id is here, and of another person. */
  fate: 'taken' | 'unchanged' | 'another';
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
  return (inputs) =>
    perform(ctx, 'import', async (work) => {
      const sorting = { refusesOthers: true, came, isTried: true };
      const { answers, news } = await sortByNews(work, inputs, sorting);
      const inputOf = new Map(news.map(({ id, input }) => [id, input]));
      const { now, settings } = work;
      return answers.map(({ id, duplicate, isAnother }): LeadPreview => {
        if (isAnother) return { fate: 'another', isCarded: false };
        const input = duplicate ? undefined : inputOf.get(id);
        if (!input) return { fate: 'unchanged', isCarded: false };
        const { isCarded } = receive(input, { id, actor: 'import', post, undated: 'old', now, settings });
        return { fate: 'taken', isCarded };
      });
    });
}
