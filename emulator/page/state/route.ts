import { useEffect, useState } from 'preact/hooks';

/** Who is looking and at what: all of it lives in the address, so that a link or a reload returns to the place. */
export interface Place {
  person: string;
  spot: Spot;
}

export type Spot =
  | { kind: 'list' }
  | { kind: 'home' }
  | { kind: 'conversation'; id: string; thread?: string; at?: string };

export function linkTo(person: string, spot: Spot): string {
  const parts = [person];
  if (spot.kind === 'home') parts.push('home');
  if (spot.kind === 'conversation') {
    parts.push(spot.id);
    if (spot.thread) parts.push('thread', spot.thread);
    else if (spot.at) parts.push('at', spot.at);
  }
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

function placeOf(hash: string): Place {
  const [person = '', where = '', word, ts] = hash.replace(/^#\/?/, '').split('/').map(decode);
  if (where === '') return { person, spot: { kind: 'list' } };
  if (where === 'home') return { person, spot: { kind: 'home' } };
  if (word === 'thread' && ts) return { person, spot: { kind: 'conversation', id: where, thread: ts } };
  if (word === 'at' && ts) return { person, spot: { kind: 'conversation', id: where, at: ts } };
  return { person, spot: { kind: 'conversation', id: where } };
}

/** A message's permalink (`…/archives/C1/p1700000000000100?thread_ts=…`) as a spot on this page. */
export function spotOfPermalink(url: string): Spot | null {
  const parsed = URL.parse(url, location.href);
  const found = parsed?.pathname.match(/\/archives\/([A-Z0-9_]+)(?:\/p(\d+)(\d{6}))?$/i);
  if (!parsed || !found?.[1]) return null;
  const spot = { kind: 'conversation' as const, id: found[1] };
  const thread = parsed.searchParams.get('thread_ts');
  if (thread) return { ...spot, thread };
  return found[2] ? { ...spot, at: `${found[2]}.${found[3]}` } : spot;
}

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return placeOf(hash);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
