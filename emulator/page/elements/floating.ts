import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const GAP = 4;
const MARGIN = 8;

/**
 * Shows a popover beside its anchor, above everything (also above a modal, whose scrolling would clip it), and
 * closes it on a press elsewhere.
 */
export function useFloating<T extends HTMLElement>(
  anchor: RefObject<HTMLElement | null>,
  open: boolean,
  close: () => void,
): RefObject<T | null> {
  const floating = useRef<T>(null);
  useLayoutEffect(() => {
    const box = floating.current;
    if (!open || !box || !anchor.current) return;
    box.showPopover();
    place(box, anchor.current.getBoundingClientRect());
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!floating.current?.contains(target) && !anchor.current?.contains(target)) close();
    };
    const moved = (event: Event) => {
      if ((event.target as Node).contains(anchor.current)) close();
    };
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('scroll', moved, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('scroll', moved, true);
    };
  }, [open]);
  return floating;
}

/** Below the anchor, or above it where there is more room; never past the edge of the window. */
function place(box: HTMLElement, anchor: DOMRect): void {
  box.style.minWidth = `${Math.min(anchor.width, innerWidth - 2 * MARGIN)}px`;
  const below = innerHeight - anchor.bottom - GAP - MARGIN;
  const above = anchor.top - GAP - MARGIN;
  const upwards = box.offsetHeight > below && above > below;
  box.style.maxHeight = `${upwards ? above : below}px`;
  box.style.left = `${Math.max(MARGIN, Math.min(anchor.left, innerWidth - box.offsetWidth - MARGIN))}px`;
  if (upwards) box.style.bottom = `${innerHeight - anchor.top + GAP}px`;
  else box.style.top = `${anchor.bottom + GAP}px`;
}
