/** A piece of Slack's mrkdwn, ready to draw: all text in it is plain, entities already decoded. */
export type MrkdwnNode =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'bold' | 'italic' | 'strike' | 'quote'; children: MrkdwnNode[] }
  | { type: 'code' | 'pre'; text: string }
  | { type: 'link'; url: string; label: string }
  | { type: 'user' | 'channel' | 'usergroup'; id: string; label?: string }
  | { type: 'broadcast'; range: string }
  | { type: 'date'; unix: number; format: string; url?: string; fallback: string }
  | { type: 'emoji'; name: string; unicode: string };

/** What a reader without colours, links and pictures would see. */
export function plainText(nodes: readonly MrkdwnNode[]): string {
  return nodes.map(plain).join('');
}

function plain(node: MrkdwnNode): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'pre':
      return node.text;
    case 'break':
      return '\n';
    case 'bold':
    case 'italic':
    case 'strike':
    case 'quote':
      return plainText(node.children);
    case 'link':
      return node.label;
    case 'user':
    case 'usergroup':
      return `@${node.label ?? node.id}`;
    case 'channel':
      return `#${node.label ?? node.id}`;
    case 'broadcast':
      return `@${node.range}`;
    case 'date':
      return node.fallback;
    case 'emoji':
      return node.unicode;
  }
}
