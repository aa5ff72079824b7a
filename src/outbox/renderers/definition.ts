import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { definitionPost } from '../../slack/views/team/definition-post.ts';
import { findProposal } from '../../store/proposal.ts';
import { loadSettings } from '../../store/settings.ts';
import type { Tx } from '../../store/transaction.ts';

/** `ref` is the version. */
export async function renderDefinitionPost(tx: Tx, ref: string): Promise<MessageView | null> {
  const proposal = await findProposal(tx, Number(ref));
  return proposal && definitionPost(proposal, (await loadSettings(tx)).timezone);
}
