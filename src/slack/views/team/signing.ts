/** What both sides sign, wherever it is posted: who has, who still has to, how it ended, and what one can do about it. */
import type { ModalView } from '@slack/types';
import { isOpen, SIDES, type Side, type Signed, type SignedEnd } from '../../../domain/team/signing.ts';
import { actions, context, input, section, type TangoBlock } from '../kit/blocks.ts';
import { button, confirm, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { person, quote } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';

interface SigningActions {
  sign: string;
  decline: string;
  withdraw: string;
  value: string;
}

/** Whom a side has, to be called where nobody was asked by name. */
export type Called = Partial<Record<Side, readonly string[]>>;

interface Post {
  thing: Signed;
  timezone: string;
  does: SigningActions;
  called?: Called;
}

export function signingBlocks({ thing, timezone, does, called = {} }: Post): TangoBlock[] {
  const { signedAt, end } = thing;
  if (end) return [context(endWords(end))];
  const signatures = SIDES.map((side) => signatureLine(thing, side, called)).join('\n');
  if (!isOpen(thing) && signedAt !== null) {
    return [
      section(signatures),
      context(`:white_check_mark: Counts since ${readerTime(signedAt, timezone)}.`),
    ];
  }
  return [
    section(signatures),
    actions(signingButtons(does)),
    context('It counts once one person of each side has signed. Only who has proposed it can withdraw it.'),
  ];
}

function signingButtons({ sign, decline, withdraw, value }: SigningActions) {
  return [
    button({ action: sign, text: 'Sign', value, style: 'primary' }),
    button({ action: decline, text: 'Decline…', value }),
    button({
      action: withdraw,
      text: 'Withdraw',
      value,
      confirm: confirm({
        title: 'Withdraw it?',
        text: 'It stays in the history and can be proposed again.',
        yes: 'Withdraw',
      }),
    }),
  ];
}

/** mrkdwn. */
export function endWords({ how, by, reason }: SignedEnd): string {
  if (how === 'replaced') return 'Replaced by a newer one.';
  const who = by ? ` by ${person(by)}` : '';
  return `${how === 'declined' ? 'Declined' : 'Withdrawn'}${who}.${reason ? `\n${quote(reason)}` : ''}`;
}

const NAMES: Record<Side, string> = { marketing: 'For marketing', sales: 'For sales' };
const MOST_CALLED = 3;

function signatureLine({ signatures, asked }: Signed, side: Side, called: Called): string {
  const [signed, waitsFor] = [signatures[side], asked?.[side] ?? null];
  if (signed !== null) return `:large_green_circle: ${NAMES[side]}: signed by ${person(signed)}`;
  const people = waitsFor ? [waitsFor] : (called[side] ?? []);
  const who = people.slice(0, MOST_CALLED).map(person).join(' or ');
  return `:white_circle: ${NAMES[side]}: waits for ${who || 'a signature'}`;
}

interface DeclineScene {
  callbackId: string;
  privateMetadata: string;
  /** mrkdwn: what it is. */
  what: string;
  field: string;
  notice?: string | undefined;
}

export function declineModal({ what, field, notice, ...ids }: DeclineScene): ModalView {
  return modal({
    ...ids,
    title: 'Decline',
    submit: 'Decline',
    blocks: [
      ...movedNotice(notice),
      section(what),
      input({
        blockId: field,
        label: 'Why not?',
        hint: 'Who has proposed it gets this as a direct message; it stays in the history.',
        element: textInput({ action: field, multiline: true, maxLength: 300 }),
      }),
    ],
  });
}
