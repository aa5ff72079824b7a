import { isIPv4, isIPv6 } from 'node:net';

/** Whom we take for one caller: an IPv4 address, or the network of IPv6 addresses that one line has. Blank for what is no address. */
export function networkOf(address: string): string {
  const plain = unmapped(address);
  if (!isIPv6(plain)) return isIPv4(plain) ? plain : '';
  const [head = '', tail] = plain.toLowerCase().replace(/%.*$/, '').split('::');
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const behind = tail.split(':').filter(Boolean);
    while (groups.length + behind.length < 8) groups.push('0');
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

export function isLoopback(address: string): boolean {
  const plain = unmapped(address);
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}

/** An IPv4 address as a socket for both kinds shows it: `::ffff:192.0.2.7`. */
function unmapped(address: string): string {
  return /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1] ?? address;
}
