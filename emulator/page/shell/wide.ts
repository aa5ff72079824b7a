import { useEffect, useState } from 'preact/hooks';

const QUERY = '(min-width: 800px)';

/** Room for more than one pane; the same width as in styles/shell.css. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(QUERY).matches);
  useEffect(() => {
    const media = matchMedia(QUERY);
    const follow = () => setWide(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return wide;
}
