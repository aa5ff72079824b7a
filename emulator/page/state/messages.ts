import { useState } from 'preact/hooks';
import type { PageMessages } from '../../page-protocol.ts';
import { readMessages } from './api.ts';
import { type Remote, useRemote } from './live.ts';

interface Query {
  user: string;
  channel: string;
  thread?: string | undefined;
}

/** The messages of a channel or thread, kept live, with as many earlier pages as the reader asked for. */
export function useMessages(query: Query): Remote<PageMessages> & { loadEarlier(): void } {
  const place = `${query.user} ${query.channel} ${query.thread ?? ''}`;
  const [wanted, setWanted] = useState({ place, pages: 1 });
  const pages = wanted.place === place ? wanted.pages : 1;
  const remote = useRemote(
    `${place} ${pages}`,
    () => readPages(query, pages),
    (change) => change.kind === 'messages' && change.channel === query.channel,
  );
  const [shown, setShown] = useState<{ place: string; value: PageMessages } | null>(null);
  // Asking for one page more must not empty the list until it is there.
  if (remote.value && shown?.value !== remote.value) setShown({ place, value: remote.value });
  const kept = shown?.place === place ? shown.value : undefined;
  return {
    value: remote.value ?? kept,
    problem: remote.problem,
    loadEarlier: () => setWanted({ place, pages: pages + 1 }),
  };
}

async function readPages({ user, channel, thread }: Query, pages: number): Promise<PageMessages> {
  const where = { user, channel, ...(thread && { thread }) };
  let all = await readMessages(where);
  for (let page = 1; page < pages && all.hasMore; page += 1) {
    const oldest = thread ? all.messages[1] : all.messages[0];
    if (!oldest) break;
    const earlier = await readMessages({ ...where, before: oldest.ts });
    all = { ...all, messages: [...earlier.messages, ...all.messages], hasMore: earlier.hasMore };
  }
  return all;
}
