import type { Slack } from '../slack.ts';
import type { View } from '../workspace/views.ts';
import { Refusal } from './refusal.ts';

/** A modal this person has open, or their Home tab. */
export function visibleView({ workspace }: Slack, user: string, id: string): View {
  const view = workspace.views.find(id);
  if (view === undefined || view.user !== user) {
    throw new Refusal('view_not_found', 'This window is not open any more.');
  }
  return view;
}
