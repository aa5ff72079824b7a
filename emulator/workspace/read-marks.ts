import type { Message } from './messages.ts';

/** Up to where each person has read each channel; what is newer and by somebody else is unread. */
export class ReadMarks {
  readonly #marks = new Map<string, string>();

  mark(user: string, channel: string, ts: string): void {
    this.#marks.set(`${user} ${channel}`, ts);
  }

  unread(user: string, channel: string, messages: Message[]): Message[] {
    const mark = this.#marks.get(`${user} ${channel}`) ?? '';
    return messages.filter((message) => message.user !== user && isLater(message.ts, mark));
  }
}

/** Timestamps of one workspace have equally many digits, so that text compares as time does. */
function isLater(ts: string, mark: string): boolean {
  return ts > mark;
}
