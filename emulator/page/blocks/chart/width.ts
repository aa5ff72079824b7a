import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const USUAL = 560;

/** The width of the element that the ref is put on. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const measured = new ResizeObserver(() => setWidth(Math.max(200, box.clientWidth)));
    measured.observe(box);
    return () => measured.disconnect();
  }, []);
  return [frame, width];
}
