import { EMOJI } from './emoji.ts';
import type { MrkdwnNode } from './mrkdwn-node.ts';
import { bracketedNode, decodeEntities } from './mrkdwn-token.ts';

export { type MrkdwnNode, plainText } from './mrkdwn-node.ts';
export { formatSlackDate } from './slack-date.ts';

/** Reads a message's mrkdwn. Whatever is not well formed is text as it was written. */
export function parseMrkdwn(text: string): MrkdwnNode[] {
  // Splitting by one capturing group: the odd pieces are what stood between the fences.
  return text.split(/```([\s\S]+?)```\n?/).flatMap((piece, index): MrkdwnNode[] => {
    if (index % 2 === 0) return piece ? parseLines(piece) : [];
    return [{ type: 'pre', text: unmarked(piece.replace(/^\n|\n$/g, '')) }];
  });
}

const QUOTE = /^(?:&gt;|>) ?/;
const QUOTE_TO_THE_END = /^(?:&gt;|>){3} ?/;

/** Styles end with their line; neighbouring quoted lines are one quote. */
function parseLines(text: string): MrkdwnNode[] {
  const lines = text.split('\n');
  const nodes: MrkdwnNode[] = [];
  for (let at = 0; at < lines.length; ) {
    const quoted = quotedLines(lines.slice(at));
    if (quoted.length > 0) nodes.push({ type: 'quote', children: withBreaks(quoted) });
    else nodes.push(...parseInline(lines[at] ?? ''));
    at += quoted.length || 1;
    if (quoted.length === 0 && at < lines.length) nodes.push({ type: 'break' });
  }
  return nodes;
}

function quotedLines(lines: string[]): string[] {
  if (QUOTE_TO_THE_END.test(lines[0] ?? '')) return lines.map((line) => line.replace(QUOTE_TO_THE_END, ''));
  const end = lines.findIndex((line) => !QUOTE.test(line));
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.replace(QUOTE, ''));
}

function withBreaks(lines: string[]): MrkdwnNode[] {
  return lines.flatMap((line, index) =>
    index === 0 ? parseInline(line) : [{ type: 'break' as const }, ...parseInline(line)],
  );
}

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const ATOM = /<([^<>\n]+)>|`([^`\n]+)`|:([a-z0-9_+-]+):/y;

function parseInline(line: string): MrkdwnNode[] {
  const nodes: MrkdwnNode[] = [];
  let written = 0;
  for (let at = 0; at < line.length; ) {
    const found = atomAt(line, at) ?? styledAt(line, at);
    if (!found) {
      at += 1;
      continue;
    }
    nodes.push(...asText(line.slice(written, at)), found.node);
    at = written = found.end;
  }
  return [...nodes, ...asText(line.slice(written))];
}

interface Found {
  node: MrkdwnNode;
  end: number;
}

/** Code, a bracketed token or an emoji: nothing inside it is read as style. */
function atomAt(line: string, at: number): Found | undefined {
  // Asked for every character of every message, mostly letters.
  if (!'<`:'.includes(line.charAt(at))) return undefined;
  ATOM.lastIndex = at;
  const match = ATOM.exec(line);
  if (!match) return undefined;
  const [whole, bracketed, code, name] = match;
  const unicode = name && Object.hasOwn(EMOJI, name) ? EMOJI[name] : undefined;
  let node: MrkdwnNode | undefined;
  if (bracketed) node = bracketedNode(bracketed);
  else if (code) node = { type: 'code', text: unmarked(code) };
  else if (name && unicode) node = { type: 'emoji', name, unicode };
  return node && { node, end: at + whole.length };
}

/** Slack styles whole words only: `*` opens after a non-letter and before a non-space, and closes the other way round. */
function styledAt(line: string, at: number): Found | undefined {
  const mark = line[at];
  if (mark !== '*' && mark !== '_' && mark !== '~') return undefined;
  if (isWord(line[at - 1]) || line[at - 1] === mark || isSpace(line[at + 1])) return undefined;
  for (let end = at + 1; end < line.length; end = atomAt(line, end)?.end ?? end + 1) {
    if (line[end] !== mark) continue;
    if (end === at + 1) return undefined;
    if (isSpace(line[end - 1]) || isWord(line[end + 1]) || line[end + 1] === mark) continue;
    return { node: { type: STYLES[mark], children: parseInline(line.slice(at + 1, end)) }, end: end + 1 };
  }
  return undefined;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

/** Code shows its links as their text. */
function unmarked(code: string): string {
  return decodeEntities(code.replace(/<(?:[^<>|\n]+\|)?([^<>|\n]+)>/g, '$1'));
}

function asText(written: string): MrkdwnNode[] {
  return written ? [{ type: 'text', text: decodeEntities(written) }] : [];
}
