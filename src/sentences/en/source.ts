/** What people have changed about sources and campaigns. */
import type { AuditChange, AuditSubject, AuditValue, SourceDeed } from '../../domain/team/audit.ts';
import { clip } from '../clip.ts';
import type { Voice } from '../voice.ts';
import { sayAuditSubject, sayAuditValue } from './audit.ts';

/** On one line. */
export function saySourceChange(what: readonly AuditChange[], voice: Voice): string {
  const said = what.map((each) => sayOne(each, voice)).join('; ');
  return what[0]?.what.code === 'campaign' ? `Campaign: ${said}` : said;
}

type OfSource = Extract<AuditSubject, { did: SourceDeed }>;

function sayOne({ what, before, after }: AuditChange, voice: Voice): string {
  if (what.code !== 'source' && what.code !== 'campaign')
    return `${voice.text(sayAuditSubject(what))}: ${sayAuditValue(after, voice)}`;
  return sayDeed(what, { before, after }, voice);
}

function sayDeed(
  { did, name }: OfSource,
  { before, after }: Pick<AuditChange, 'before' | 'after'>,
  voice: Voice,
): string {
  const quoted = (text: string) => `“${voice.text(clip(text, 60))}”`;
  const all = (names: readonly string[]) => names.map(quoted).join(', ');
  const value = (of: AuditValue) => (of === null ? 'none' : sayAuditValue(of, voice));
  switch (did) {
    case 'renamed':
      return `${all(labelsOf(before))} is called ${all(labelsOf(after))} now`;
    case 'owner':
      return `owner of ${quoted(name)}: ${value(before)} → ${value(after)}`;
    case 'spelling':
      return `${all(labelsOf(after))} is ${quoted(name)} as well`;
    case 'merged':
      return `${all(labelsOf(before).slice(1))} merged into ${quoted(name)}`;
    case 'split':
      return `${all(labelsOf(after).slice(1))} split off ${quoted(name)}`;
    case 'brief':
      return `brief of ${quoted(name)}`;
    case 'days':
      return `days of ${quoted(name)}: ${value(before)} → ${value(after)}`;
    case 'guess':
      return `${labelsOf(after).map(quoted).join(' and ')} are not the same`;
    default:
      return did satisfies never;
  }
}

function labelsOf(value: AuditValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && 'labels' in value ? value.labels : [];
}
