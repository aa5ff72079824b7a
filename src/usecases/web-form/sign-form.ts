/** A form may ask for a signature beside the key of its address: what is not signed with its secret is refused. */

import type { Actor } from '../../domain/team/actor.ts';
import type { WebForm, WebFormId } from '../../domain/web-form/web-form.ts';
import { updateWebForm } from '../../store/web-form/web-form.ts';
import type { Context } from '../context.ts';
import { SecretBox } from '../secret-box.ts';
import { changeWebForm } from './change-web-forms.ts';
import { recordDeed } from './record-deed.ts';

interface Signing {
  id: WebFormId;
  /** From now on the one that counts; null: it asks for no signature any more. */
  secret: string | null;
}

/** Throws `secrets_need_key` where no secret can be stored. */
export function signForm(ctx: Context, by: Actor, { id, secret }: Signing): Promise<WebForm> {
  return changeWebForm(ctx, by, id, async (work, form) => {
    if (secret === null && form.signing === null) return;
    const signing = secret === null ? null : boxOf(ctx).seal(secret, id);
    await updateWebForm(work.tx, id, { signing });
    await recordDeed(work, form, {
      did: 'signature',
      before: form.signing === null ? null : { secret: 'old' },
      after: signing === null ? null : { secret: 'new' },
    });
  });
}

/** Null: the key is missing or another one. */
export function secretOf(ctx: Context, { id, signing }: Pick<WebForm, 'id' | 'signing'>): string | null {
  return signing === null ? null : boxOf(ctx).open(signing, id);
}

function boxOf({ secrets }: Context): SecretBox {
  return secrets ?? new SecretBox(null);
}
