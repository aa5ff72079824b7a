/** Where a form posts to, and whether the world can reach it there. */

export type Reach = 'public' | 'missing' | 'local' | 'unencrypted';

export function formAddress(publicUrl: string | null, key: string): string {
  return `${(publicUrl ?? 'https://YOUR.HOST').replace(/\/+$/, '')}/intake/form/${key}`;
}

/** Forms are sent by machines far away: an address of this network, or one that is spelled out over an open line, is none. */
export function reachOf(publicUrl: string | null): Reach {
  if (publicUrl === null) return 'missing';
  const { hostname, protocol } = new URL(publicUrl);
  if (isLocal(hostname)) return 'local';
  return protocol === 'https:' ? 'public' : 'unencrypted';
}

function isLocal(host: string): boolean {
  if (/(?:^|\.)(?:localhost|local|internal|lan|home|test)$/i.test(host)) return true;
  if (/^\[(?:::1?|f[cd].*|fe80.*)\]$/i.test(host)) return true;
  if (!host.includes('.') && !host.startsWith('[')) return true;
  return /^(?:0|10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host);
}
