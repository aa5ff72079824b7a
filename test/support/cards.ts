import type { Emulator } from '../../emulator/start-emulator.ts';
import type { Message } from '../../emulator/workspace/messages.ts';
import { LEADS } from './people.ts';

/** What everybody sees at the top level of the leads channel, oldest first. */
export function cardsOf({ workspace }: Pick<Emulator, 'workspace'>): Message[] {
  return workspace.messages.in(LEADS).filter((message) => message.onlyFor === undefined && !isReply(message));
}

/** The lines below a card. */
export function threadOf({ workspace }: Pick<Emulator, 'workspace'>, card: Message): Message[] {
  return workspace.messages.in(LEADS).filter((message) => isReply(message) && message.threadTs === card.ts);
}

export function isReply({ threadTs, ts }: Message): boolean {
  return threadTs !== undefined && threadTs !== ts;
}
