import Table from 'cli-table3';
import { Temporal } from 'temporal-polyfill';
import { formAddress, reachOf } from '../../domain/web-form/form-address.ts';
import { count } from '../../sentences/en/count.ts';
import { sayFormName, sayReach } from '../../sentences/en/web-form.ts';
import {
  addWebForm,
  findFormNamed,
  removeWebForm,
  renewKey,
} from '../../usecases/web-form/change-web-forms.ts';
import { hashOf, newKey } from '../../usecases/web-form/form-key.ts';
import { type ListedForm, listWebForms } from '../../usecases/web-form/list-web-forms.ts';
import { signForm } from '../../usecases/web-form/sign-form.ts';
import { printable } from '../printable.ts';
import { withContext, withExistingContext } from '../with-context.ts';

export function addForm(told: { name: string; source: string }): Promise<void> {
  return withContext(async (ctx, _settings, { publicUrl }) => {
    const key = newKey();
    const { name, source } = await addWebForm(ctx, 'tango', { ...told, keyHash: hashOf(key) });
    console.log(printable(`${name} (source ${source}) posts to:`));
    printAddress(publicUrl, key);
  });
}

export function renewForm(form: string): Promise<void> {
  return withExistingContext(async (ctx, _settings, { publicUrl }) => {
    const { id, name } = await findFormNamed(ctx, form);
    const key = newKey();
    await renewKey(ctx, 'tango', { id, keyHash: hashOf(key) });
    console.log(printable(`${name} posts to a new address; what comes to the old one is refused:`));
    printAddress(publicUrl, key);
  });
}

export function signForms(form: string, { isOff }: { isOff: boolean }): Promise<void> {
  return withExistingContext(async (ctx) => {
    const { id, name } = await findFormNamed(ctx, form);
    const secret = isOff ? null : newKey();
    await signForm(ctx, 'tango', { id, secret });
    if (secret === null) {
      console.log(printable(`${name} asks for no signature: whatever comes to its address is taken.`));
      return;
    }
    console.log(printable(`${name} takes only what is signed from now on, with this secret:`));
    console.log(`\n  ${secret}\n`);
    console.log(
      'The header X-Tango-Signature is t=SECONDS,v1=HEX: the HMAC-SHA256 of "SECONDS." and the body, in hex; a tool that cannot sign the time sends sha256=HEX of the body alone.',
    );
    console.log('Keep it: it is not shown again (`tango forms sign` makes a new one).');
  });
}

export function removeForm(form: string): Promise<void> {
  return withExistingContext(async (ctx) => {
    const { id, name } = await findFormNamed(ctx, form);
    await removeWebForm(ctx, 'tango', id);
    console.log(printable(`${name} is removed: what comes to its address is refused. Its leads stay.`));
  });
}

export function printForms(): Promise<void> {
  return withExistingContext(async (ctx, { timezone }, { publicUrl }) => {
    const forms = await listWebForms(ctx, null);
    if (forms.length === 0)
      console.log('No forms. `tango forms add NAME --source SOURCE` makes an address for one.');
    else printTable(forms, timezone);
    printReach(publicUrl);
  });
}

function printAddress(publicUrl: string | null, key: string): void {
  console.log(`\n  ${formAddress(publicUrl, key)}\n`);
  console.log(
    'Keep it: the address is the secret, and it is not shown again (`tango forms key` makes a new one).',
  );
  printReach(publicUrl);
}

function printReach(publicUrl: string | null): void {
  const missing = sayReach(reachOf(publicUrl));
  if (missing !== null) console.log(missing);
}

function printTable(forms: readonly ListedForm[], zone: string): void {
  const table = new Table({
    head: ['Form', 'Source', 'Leads', 'Last submission', 'Not understood', 'Signed', 'Id'],
    style: { head: [], border: [], compact: true },
  });
  for (const { id, name, sourceName, leads, lastAt, open, signing } of forms)
    table.push([
      ...[printable(sayFormName(name)), printable(sourceName), leads, sayMoment(lastAt, zone)],
      ...[open === 0 ? '' : count(open, 'question'), signing === null ? '' : 'yes', id],
    ]);
  console.log(table.toString());
}

function sayMoment(at: number | null, zone: string): string {
  if (at === null) return 'none so far';
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
