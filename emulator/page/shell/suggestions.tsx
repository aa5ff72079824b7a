import type { Suggestion } from './composing.ts';

interface SuggestionsProps {
  id: string;
  found: readonly Suggestion[];
  active: number;
  take(suggestion: Suggestion): void;
}

export function Suggestions({ id, found, active, take }: SuggestionsProps) {
  return (
    <div class="suggestions" role="listbox" id={id} aria-label="Suggestions">
      {found.map((one, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the text field, which keeps the focus
        <div
          key={one.words}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class={index === active ? 'menu-item active' : 'menu-item'}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(one)}
        >
          <span>
            <strong>{one.words}</strong> {one.usage && <span class="muted">{one.usage}</span>}
          </span>
          <span class="muted">{one.more}</span>
        </div>
      ))}
    </div>
  );
}
