import { Icon } from './icon.tsx';

/** Something chosen, with a cross to take it back. */
export function Chip({ words, remove }: { words: string; remove: () => void }) {
  return (
    <span class="chip">
      {words}
      <button type="button" class="chip-remove" aria-label={`Remove ${words}`} onClick={remove}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}
