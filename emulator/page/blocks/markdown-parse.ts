/** Standard Markdown as Slack's `markdown` block takes it, cut into blocks and spans; no HTML, ever. */
export type MarkdownBlock =
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'quote' | 'paragraph'; spans: Span[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

export type Span = {
  kind: 'text' | 'bold' | 'italic' | 'strike' | 'code' | 'link';
  text: string;
  url?: string;
};

export function parseMarkdown(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const lines = text.split(/\r?\n/);
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    if (line.trim() === '') continue;
    blocks.push(blockFrom(line, lines));
  }
  return blocks;
}

const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;

function blockFrom(line: string, rest: string[]): MarkdownBlock {
  if (line.startsWith('```')) return { kind: 'code', text: takeFence(rest) };
  const heading = line.match(/^(#{1,6})\s+(.*)$/);
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, spans: spansOf(heading[2] ?? '') };
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return { kind: 'rule' };
  if (line.startsWith('>')) {
    const quoted = [line, ...takeWhile(rest, (next) => next.startsWith('>'))];
    return { kind: 'quote', spans: spansOf(quoted.map((one) => one.replace(/^>\s?/, '')).join('\n')) };
  }
  const item = line.match(ITEM);
  if (item) {
    const items = [line, ...takeWhile(rest, (next) => ITEM.test(next))];
    return {
      kind: 'list',
      ordered: item[1] !== undefined,
      items: items.map((one) => spansOf(one.match(ITEM)?.[2] ?? '')),
    };
  }
  const more = takeWhile(
    rest,
    (next) => next.trim() !== '' && !/^(#{1,6}\s|>|```)/.test(next) && !ITEM.test(next),
  );
  return { kind: 'paragraph', spans: spansOf([line, ...more].join('\n')) };
}

function takeWhile(lines: string[], fits: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !fits(line));
  return lines.splice(0, end === -1 ? lines.length : end);
}

function takeFence(lines: string[]): string {
  const body = takeWhile(lines, (line) => !line.startsWith('```'));
  lines.shift();
  return body.join('\n');
}

const SPAN =
  /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|\*([^*\s][^*]*)\*|\b_([^_]+)_\b/g;

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const found of text.matchAll(SPAN)) {
    if (found.index > end) spans.push({ kind: 'text', text: text.slice(end, found.index) });
    spans.push(spanOf(found));
    end = found.index + found[0].length;
  }
  if (end < text.length) spans.push({ kind: 'text', text: text.slice(end) });
  return spans;
}

function spanOf([, code, label, url, bold, bold2, strike, italic, italic2]: RegExpMatchArray): Span {
  if (code) return { kind: 'code', text: code };
  if (label) return { kind: 'link', text: label, url: url ?? '' };
  if (bold ?? bold2) return { kind: 'bold', text: bold ?? bold2 ?? '' };
  if (strike) return { kind: 'strike', text: strike };
  return { kind: 'italic', text: italic ?? italic2 ?? '' };
}
