import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../elements/icon.tsx';
import { ShortcutMenu } from './shortcut-menu.tsx';
import { Suggestions } from './suggestions.tsx';
import { useComposing } from './use-composing.ts';

interface ComposerProps {
  channel: string;
  thread?: string;
  placeholder: string;
}

/** Where one writes: Enter sends, Shift+Enter breaks the line, `/` suggests commands, `@` people, `#` channels. */
export function Composer({ channel, thread, placeholder }: ComposerProps) {
  const composing = useComposing(channel, thread);
  const { text, found, active, problem } = composing;
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  useEffect(() => composing.write(''), [channel, thread]);
  return (
    <div class="composer">
      {found.length > 0 && (
        <Suggestions
          id={listId}
          found={found}
          active={active}
          take={(one) => {
            composing.write(one.completed);
            field.current?.focus();
          }}
        />
      )}
      <div class="composer-box">
        <ShortcutMenu />
        <label class="attach">
          <Icon name="clip" size={18} />
          <input
            type="file"
            multiple
            aria-label="Send a file"
            onChange={(event) => {
              const chosen = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void composing.attach(chosen);
            }}
          />
        </label>
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-autocomplete="list"
          aria-controls={found.length > 0 ? listId : undefined}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
          onInput={(event) => composing.write(event.currentTarget.value)}
          onKeyDown={composing.steer}
        />
        <button
          type="button"
          class="send"
          aria-label="Send"
          disabled={text.trim() === ''}
          onClick={() => void composing.send()}
        >
          <Icon name="send" size={18} />
        </button>
      </div>
      {problem && (
        <p class="warning" role="alert">
          <span aria-hidden="true">⚠</span> {problem}
        </p>
      )}
    </div>
  );
}
