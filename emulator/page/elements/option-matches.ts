import { useEffect, useState } from 'preact/hooks';
import type { Option } from './option.ts';

interface Source {
  options: readonly Option[];
  search?: ((text: string) => Promise<Option[]>) | undefined;
}

/** The options that fit what was typed; for an external menu, what the app answers to it. */
export function useMatches({ options, search }: Source, typed: string, open: boolean): readonly Option[] {
  const [answered, setAnswered] = useState<readonly Option[]>([]);
  useEffect(() => {
    if (!search || !open) return;
    let current = true;
    const show = (found: Option[]) => current && setAnswered(found);
    search(typed).then(show, () => show([]));
    return () => {
      current = false;
    };
  }, [typed, open]);
  if (search) return answered;
  const wanted = typed.trim().toLowerCase();
  return options.filter((option) => `${option.words} ${option.more ?? ''}`.toLowerCase().includes(wanted));
}
