import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useFloating } from './floating.ts';

export interface MenuItem {
  key: string;
  words: ComponentChildren;
  hint?: string;
  choose(): void;
}

/** A button that opens a list of things to do; arrow keys walk through it, Esc closes it. */
export function Menu(props: {
  label: string;
  face: ComponentChildren;
  class: string;
  items: MenuItem[];
  title?: string;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useFloating<HTMLDivElement>(button, open, () => setOpen(false));
  useEffect(() => {
    if (open) itemsOf(menu.current)[0]?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    if (event.key === 'Tab') setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) walk(event, menu.current, step);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class}
        aria-label={props.label}
        title={props.title}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {props.face}
      </button>
      {open && (
        <div
          ref={menu}
          popover="manual"
          class="menu"
          role="menu"
          aria-label={props.label}
          onKeyDown={steer}
          tabIndex={-1}
        >
          {props.items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              class="menu-item"
              onClick={() => {
                close();
                item.choose();
              }}
            >
              <span>{item.words}</span>
              {item.hint && <span class="muted">{item.hint}</span>}
            </button>
          ))}
          {props.items.length === 0 && <p class="menu-empty">Nothing here.</p>}
        </div>
      )}
    </>
  );
}

function walk(event: KeyboardEvent, menu: HTMLElement | null, step: number): void {
  event.preventDefault();
  const items = itemsOf(menu);
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];
