import { definitionPost } from '../../slack/views/definition/definition-post.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { findProposal } from '../../store/definition/proposal.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';

/** `ref` is the version. */
export async function renderDefinitionPost(tx: Tx, ref: string): Promise<MessageView | null> {
  const proposal = await findProposal(tx, Number(ref));
  return proposal && definitionPost(proposal, (await loadSettings(tx)).timezone);
}
