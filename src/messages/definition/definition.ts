import type { RefOf } from '../../domain/announcement.ts';
import { definitionNews, definitionPost } from '../../slack/views/definition/definition-post.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { findProposal } from '../../store/definition/proposal.ts';
import type { TeamReading } from '../reading.ts';

export async function renderDefinitionPost(
  { tx, settings }: TeamReading,
  { version }: RefOf<'definition_post'>,
): Promise<MessageView | null> {
  const proposal = await findProposal(tx, version);
  return proposal && definitionPost(proposal, settings.timezone);
}

export async function renderDefinitionDm(
  { tx }: TeamReading,
  { version, about }: RefOf<'definition_dm'>,
): Promise<MessageView | null> {
  const proposal = await findProposal(tx, version);
  return proposal && definitionNews(proposal, about);
}
