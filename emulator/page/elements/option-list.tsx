import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Option } from './option.ts';

interface OptionListProps {
  popup: RefObject<HTMLDivElement | null>;
  id: string;
  label: string;
  found: readonly Option[];
  active: number;
  chosen: readonly Option[];
  take(option: Option): void;
}

export function OptionList({ popup, id, label, found, active, chosen, take }: OptionListProps) {
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const isChosen = (option: Option) => chosen.some((one) => one.value === option.value);
  return (
    <div ref={popup} popover="manual" class="menu" role="listbox" id={id} aria-label={label}>
      {found.map((option, index) => (
        <div key={option.value}>
          {option.group && option.group !== found[index - 1]?.group && (
            <div class="menu-group">{option.group}</div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the text field, which keeps the focus */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            class={index === active ? 'menu-item active' : 'menu-item'}
            aria-selected={isChosen(option)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            <span>{option.words}</span>
            {option.more && <span class="muted">{option.more}</span>}
            {isChosen(option) && <span aria-hidden="true">✓</span>}
          </div>
        </div>
      ))}
      {found.length === 0 && <p class="menu-empty">No results</p>}
    </div>
  );
}
