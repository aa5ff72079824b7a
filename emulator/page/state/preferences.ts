import { useState } from 'preact/hooks';

/** A choice that outlives a reload, on this browser only. */
export function usePreference(name: string, fallback: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => stored(name) ?? fallback);
  return [
    value,
    (next) => {
      setValue(next);
      store(name, next);
    },
  ];
}

/** Browsers that keep nothing throw on access; the page then forgets, and works. */
function stored(name: string): string | null {
  try {
    return localStorage.getItem(`emulator.${name}`);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(`emulator.${name}`, value);
  } catch {
    // Nothing to do: see stored().
  }
}
