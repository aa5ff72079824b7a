/** What a person reads in Slack's JSON: meaning, not layout, so that a test survives a redesign. */

type Json = Record<string, unknown>;

interface Shown {
  blocks: readonly unknown[];
}

/** All words of the blocks, one line each. */
export function textOf({ blocks }: Shown): string {
  const lines: string[] = [];
  walk(blocks, (node) => {
    if (typeof node.text === 'string') lines.push(node.text);
  });
  return lines.join('\n');
}

/** The labels of the buttons, in their order. */
export function buttonsOf({ blocks }: Shown): string[] {
  const labels: string[] = [];
  walk(blocks, (node) => {
    if (node.type === 'button') labels.push((node.text as { text: string }).text);
  });
  return labels;
}

/** Every text that Slack reads as markup: what could ping somebody. */
export function markupOf({ blocks }: Shown): string[] {
  const texts: string[] = [];
  walk(blocks, (node) => {
    if (node.type === 'mrkdwn') texts.push(String(node.text));
  });
  return texts;
}

/** All words as a person reads them: markup unescaped, plain text as it is. */
export function readOf({ blocks }: Shown): string {
  const lines: string[] = [];
  walk(blocks, (node) => {
    if (typeof node.text === 'string') lines.push(node.type === 'mrkdwn' ? unescaped(node.text) : node.text);
  });
  return lines.join('\n');
}

/** Without what keeps words from outside from formatting, which nobody sees: src/slack/views/kit/as-written.ts. */
export function unescaped(text: string): string {
  const visible = text.replaceAll(/[\u2060\uFEFF]/g, '').replaceAll('ˋ', '`');
  return visible.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function walk(node: unknown, visit: (node: Json) => void): void {
  if (Array.isArray(node)) for (const child of node) walk(child, visit);
  else if (typeof node === 'object' && node !== null) {
    visit(node as Json);
    for (const child of Object.values(node)) walk(child, visit);
  }
}
