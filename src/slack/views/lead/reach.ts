import type { LeadFacts } from '../../../domain/lead/lead.ts';
import { plainDigits } from '../../../domain/plain-digits.ts';
import { escapeText, link } from '../kit/text.ts';

/** "dana@harbour.example · +44 20 7946 0018", to be pressed; empty: there is neither. Text of ours makes no link that it does not mean. */
export function reachLinks({ email, phone }: Pick<LeadFacts, 'email' | 'phone'>): string {
  return [email && emailLink(email), phone && phoneLink(phone)].filter(Boolean).join(' · ');
}

export function emailLink(email: string): string {
  return /^[^\s@<>|]+@[^\s@<>|]+$/.test(email) ? link(`mailto:${email}`, email) : escapeText(email);
}

export function phoneLink(phone: string): string {
  const dialled = plainDigits(phone)
    .replaceAll('(0)', '')
    .replaceAll(/[^\d+]/g, '');
  return /^\+?\d{5,15}$/.test(dialled) ? link(`tel:${dialled}`, phone) : escapeText(phone);
}
