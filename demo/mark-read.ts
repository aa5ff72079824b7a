import type { Emulator } from '../emulator/start-emulator.ts';

/** Everybody has read what was said before that instant (epoch ms): what is new stands out. */
export function markRead({ workspace }: Emulator, before: number): void {
  const { people, conversations, messages, readMarks } = workspace;
  for (const { id: channel, members } of conversations.all()) {
    const last = messages.in(channel).findLast(({ ts }) => Number(ts) * 1_000 < before);
    if (last === undefined) continue;
    for (const { id } of people.all().filter((person) => members.has(person.id))) {
      readMarks.mark(id, channel, last.ts);
    }
  }
}
