/** Keys of programs that stand where a name is asked for: no lead is called by one, whoever writes it. */
import { refuseField } from '../refusals.ts';

const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
const HEX = /^(?=.*\d)[0-9a-f]{12,}$/i;
const NUMBER = /^[\d\s#._-]{6,}$/;
/** Letters and digits that take turns, without a blank: `tf_8dKx02Lq`, `00Q5g00000ABCDE`. */
const MIXED = /^(?=(?:.*\d){3})(?=.*\p{L})[\p{L}\d_.:-]{10,}$/u;

/** Salesforce begins the ids of leads, contacts, accounts and people so, and may have few digits behind it. */
const SALESFORCE = /^00[13QD5v][A-Za-z\d]{12}(?:[A-Za-z\d]{3})?$/;

/** A key of some program stands where a name is asked for. */
export function isToken(text: string): boolean {
  return SALESFORCE.test(text) || GUID.test(text) || HEX.test(text) || NUMBER.test(text) || MIXED.test(text);
}

/** Of what somebody types: refused beside the field. */
export function assertNoToken(name: string | null): void {
  if (name !== null && isToken(name.trim())) throw refuseField('name', 'name_is_id');
}
