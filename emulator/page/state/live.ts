import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { PageChange } from '../../page-protocol.ts';

/** `null` stands for "anything may have changed": the stream has just begun, and what came before it is unknown. */
type Listener = (change: PageChange | null) => void;

export interface Live {
  connected: boolean;
  /** A change that this page made and the server does not report. */
  tell(change: PageChange): void;
  subscribe(listener: Listener): () => void;
}

export const LiveContext = createContext<Live>({
  connected: true,
  tell: () => undefined,
  subscribe: () => () => undefined,
});

/** One event stream for the person; everything that shows something subscribes to it and reads again. */
export function useLiveStream(user: string): Live {
  const [connected, setConnected] = useState(true);
  const listeners = useMemo(() => new Set<Listener>(), []);
  const tell = useCallback(
    (change: PageChange | null) => {
      for (const listener of listeners) listener(change);
    },
    [listeners],
  );
  useEffect(() => (user ? watchLive(user, tell, setConnected) : undefined), [user, tell]);
  const subscribe = useCallback(
    (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    [listeners],
  );
  return useMemo(() => ({ connected, tell, subscribe }), [connected, tell, subscribe]);
}

/**
 * Holds the stream open while the tab is looked at: a browser opens six connections to one server over all its
 * tabs, and a seventh person's tab would wait for ever.
 */
function watchLive(user: string, tell: Listener, setConnected: (connected: boolean) => void): () => void {
  let stream: EventSource | undefined;
  const open = () => {
    stream = new EventSource(`/page/api/live?${new URLSearchParams({ user })}`);
    stream.onopen = () => {
      setConnected(true);
      tell(null);
    };
    stream.onerror = () => setConnected(false);
    stream.onmessage = (event) => tell(JSON.parse(event.data));
  };
  const close = () => {
    stream?.close();
    stream = undefined;
  };
  const follow = () => {
    if (document.hidden) close();
    else if (!stream) open();
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}

export interface Remote<T> {
  value: T | undefined;
  problem: string | undefined;
}

/** What `load` answers, read again whenever the stream reports a change that concerns it. `key` names what is read. */
export function useRemote<T>(
  key: string,
  load: () => Promise<T>,
  concerns: (change: PageChange) => boolean,
): Remote<T> {
  const live = useContext(LiveContext);
  const [state, setState] = useState<Remote<T> & { key: string }>({
    key,
    value: undefined,
    problem: undefined,
  });
  useEffect(() => {
    const reader = repeatingReader(load, (next) =>
      setState((last) => ({ key, value: next.value ?? valueAt(last, key), problem: next.problem })),
    );
    reader.read();
    const stop = live.subscribe((change) => {
      if (change === null || concerns(change)) reader.read();
    });
    return () => {
      reader.stop();
      stop();
    };
  }, [key, live.subscribe]);
  return state.key === key ? state : { value: undefined, problem: undefined };
}

const valueAt = <T>(state: Remote<T> & { key: string }, key: string) =>
  state.key === key ? state.value : undefined;

/** Changes that arrive while a read is under way cost one more read, not one each. */
function repeatingReader<T>(load: () => Promise<T>, show: (next: Remote<T>) => void) {
  let reading = false;
  let again = false;
  let stopped = false;
  const once = async () => {
    try {
      const value = await load();
      if (!stopped) show({ value, problem: undefined });
    } catch (error) {
      if (!stopped)
        show({ value: undefined, problem: error instanceof Error ? error.message : String(error) });
    }
  };
  const read = async () => {
    again = true;
    if (reading) return;
    reading = true;
    while (again && !stopped) {
      again = false;
      await once();
    }
    reading = false;
  };
  return { read: () => void read(), stop: () => (stopped = true) };
}
