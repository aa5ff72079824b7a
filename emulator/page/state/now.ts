import { useContext, useEffect, useState } from 'preact/hooks';
import { LiveContext } from './live.ts';

const STEP = 10_000;

/** The workspace's clock: what the server last said, moved on by the time that passed here since. */
export function useNow(told: number): number {
  const live = useContext(LiveContext);
  const [now, setNow] = useState(told);
  const [base, setBase] = useState({ told, at: performance.now() });
  useEffect(() => {
    setBase({ told, at: performance.now() });
    setNow(told);
  }, [told]);
  useEffect(
    () =>
      live.subscribe((change) => {
        if (change?.kind !== 'clock') return;
        setBase({ told: change.now, at: performance.now() });
        setNow(change.now);
      }),
    [live.subscribe],
  );
  useEffect(() => {
    const timer = setInterval(() => setNow(base.told + performance.now() - base.at), STEP);
    return () => clearInterval(timer);
  }, [base]);
  return now;
}
