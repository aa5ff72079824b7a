import { useId, useRef, useState } from 'preact/hooks';
import { Chip } from './chip.tsx';
import { useFloating } from './floating.ts';
import type { Option } from './option.ts';
import { OptionList } from './option-list.tsx';
import { useMatches } from './option-matches.ts';

interface ComboboxProps {
  id?: string | undefined;
  label: string;
  placeholder: string;
  describedBy?: string | undefined;
  invalid: boolean;
  many: boolean;
  most: number;
  options: readonly Option[];
  chosen: readonly Option[];
  search?: ((text: string) => Promise<Option[]>) | undefined;
  choose(chosen: readonly Option[]): void;
}

/** A menu with a text field that narrows it down. */
export function Combobox(props: ComboboxProps) {
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { open, typed, active, found, setOpen, type, close, take, steer } = useChoosing(props);
  const popup = useFloating<HTMLDivElement>(frame, open, close);
  const without = (option: Option) => props.choose(props.chosen.filter((one) => one !== option));
  const single = props.many ? undefined : props.chosen[0];
  const empty = props.chosen.length > 0 ? '' : props.placeholder;
  return (
    <div ref={frame} class={`combobox${props.invalid ? ' invalid' : ''}`}>
      {props.many &&
        props.chosen.map((one) => <Chip key={one.value} words={one.words} remove={() => without(one)} />)}
      <input
        ref={input}
        id={props.id}
        class="combobox-input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={props.id ? undefined : props.label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${listId}-${active}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        placeholder={single?.words ?? empty}
        value={open ? typed : (single?.words ?? '')}
        onClick={() => setOpen(true)}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={steer}
      />
      <span class="combobox-caret" aria-hidden="true">
        ▾
      </span>
      {open && (
        <OptionList
          popup={popup}
          id={listId}
          label={props.label}
          found={found}
          active={active}
          chosen={props.chosen}
          take={(option) => {
            take(option);
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function useChoosing(props: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const found = useMatches(props, typed, open);
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  const type = (text: string) => {
    setOpen(true);
    setActive(0);
    setTyped(text);
  };
  const take = (option: Option) => {
    props.choose(nextChoice(props, option));
    setTyped('');
    if (!props.many) close();
  };
  const move = (step: number) => {
    setActive(open ? (active + step + found.length) % Math.max(1, found.length) : 0);
    setOpen(true);
  };
  const steer = (event: KeyboardEvent) => {
    const act = actionOf(event.key, { open, empty: props.many && typed === '' });
    if (!act) return;
    if (act !== 'leave' && act !== 'shorten') event.preventDefault();
    const option = found[active];
    if (act === 'down') move(1);
    else if (act === 'up') move(-1);
    else if (act === 'shorten') props.choose(props.chosen.slice(0, -1));
    else if (act === 'take' && open && option) take(option);
    else if (act === 'take') setOpen(true);
    else close();
  };
  return { open, typed, active, found, setOpen, type, close, take, steer };
}

/** Esc closes the list only; with the list closed it belongs to the modal around. */
function actionOf(key: string, state: { open: boolean; empty: boolean }): string | undefined {
  if (key === 'Escape') return state.open ? 'close' : undefined;
  if (key === 'Backspace') return state.empty ? 'shorten' : undefined;
  return { ArrowDown: 'down', ArrowUp: 'up', Enter: 'take', Tab: 'leave' }[key];
}

function nextChoice({ many, most, chosen }: ComboboxProps, option: Option): readonly Option[] {
  if (!many) return [option];
  const without = chosen.filter((one) => one.value !== option.value);
  if (without.length < chosen.length) return without;
  return chosen.length < most ? [...chosen, option] : chosen;
}
