/** What a promise is about, as it is read to be shown. */
import type { InsightRequest } from '../insight/insight-request.ts';
import type { Lead } from '../lead/lead.ts';
import type { SummedRejects } from '../rejects/rejects.ts';
import type { Story } from '../story/story.ts';

export type PromisedThing =
  | { is: 'lead'; lead: Lead }
  | { is: 'story'; story: Story }
  | { is: 'request'; request: InsightRequest }
  | { is: 'rejects'; summed: SummedRejects };
