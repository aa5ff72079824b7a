import { useCallback, useRef, useState } from 'preact/hooks';

const SHOWN_FOR = 5_000;

/** Short lines at the foot of the page that go by themselves. */
export function useNotices() {
  const [notices, setNotices] = useState<{ id: number; line: string }[]>([]);
  const next = useRef(1);
  const notify = useCallback((line: string) => {
    const id = next.current++;
    setNotices((last) => [...last, { id, line }]);
    setTimeout(() => setNotices((last) => last.filter((one) => one.id !== id)), SHOWN_FOR);
  }, []);
  return { notices, notify };
}
