/** What a file leaves open, each as a question with its answers to be pressed. */
import type { BroughtFile, FileQuestion } from '../../../domain/brought-file/brought-file.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayField } from '../../../sentences/en/brought-file.ts';
import { count } from '../../../sentences/en/count.ts';
import { BROUGHT_FILE, broughtFileKey, fileCurrencyKey } from '../../action-ids.ts';
import { actions, section, type TangoBlock } from '../kit/blocks.ts';
import { button, option, staticSelect } from '../kit/elements.ts';
import { escapeText } from '../kit/text.ts';

export function questionBlocks({ id }: Pick<BroughtFile, 'id'>, question: FileQuestion): TangoBlock[] {
  const value = broughtFileKey.encode(id);
  const answer = (action: string, text: string) => button({ action, text, value });
  switch (question.kind) {
    case 'date_order': {
      const shown = `*${escapeText(clip(question.column, 60))}* holds ${escapeText(clip(question.text, 40))}: what stands first?`;
      const answers = question.orders.map((order) => answer(ORDERS[order].action, ORDERS[order].text));
      return [section(shown), actions(answers)];
    }
    case 'decimal': {
      const { column, text } = question;
      const digits = text.replaceAll(/[^\d.,]/g, '');
      const [whole = '', fraction = ''] = digits.split(/[.,]/);
      const answers = [
        answer(digits.includes('.') ? BROUGHT_FILE.comma : BROUGHT_FILE.point, `${whole},${fraction}.00`),
        answer(digits.includes('.') ? BROUGHT_FILE.point : BROUGHT_FILE.comma, `${whole}.${fraction}`),
      ];
      const shown = `*${escapeText(clip(column, 60))}* holds ${escapeText(clip(text, 40))}: how much is that?`;
      return [section(shown), actions(answers)];
    }
    case 'currency': {
      const shown = `*${escapeText(clip(question.column, 60))}* holds ${escapeText(clip(question.text, 40))}: which currency is that?`;
      const options = question.currencies.map((code) =>
        option(code, fileCurrencyKey.encode({ id, currency: code })),
      );
      return [
        section(shown, {
          accessory: staticSelect({ action: BROUGHT_FILE.currency, options, placeholder: 'Currency' }),
        }),
      ];
    }
    case 'states': {
      const words = question.words
        .slice(0, WORDS_SAID)
        .map(({ text, rows }) => `“${escapeText(clip(text, 40))}” (${count(rows, 'row')})`);
      const more = question.words.length - words.length;
      const all = [...words, ...(more > 0 ? [`${more} more`] : [])].join(', ');
      const column = escapeText(clip(question.column, 60));
      const isLead = question.field === 'status';
      return [
        section(
          `*${column}* holds words that I do not know: ${all}. What has become of these ${isLead ? 'leads' : 'deals'}?`,
        ),
        actions([
          answer(BROUGHT_FILE.words, 'Say what they mean…'),
          ...(isLead ? [answer(BROUGHT_FILE.noState, 'It is something else')] : []),
        ]),
      ];
    }
    case 'missing':
      return missing(question, answer);
    case 'overlap':
      return overlap(question, answer);
    case 'cards': {
      const all = answer(BROUGHT_FILE.postAll, `Post ${count(question.cards, 'card')}`);
      const none = answer(BROUGHT_FILE.postNone, 'Post none');
      return [
        section(`*${count(question.cards, 'card')}* would go into the channel, one a second. Shall they?`),
        actions([all, none]),
      ];
    }
  }
}

const WORDS_SAID = 12;

const ORDERS = {
  dmy: { action: BROUGHT_FILE.dayFirst, text: 'The day' },
  mdy: { action: BROUGHT_FILE.monthFirst, text: 'The month' },
  ymd: { action: BROUGHT_FILE.yearFirst, text: 'The year' },
} as const;

type Answer = (action: string, text: string) => ReturnType<typeof button>;

function overlap({ rows }: Extract<FileQuestion, { kind: 'overlap' }>, answer: Answer): TangoBlock[] {
  const [what, ask] =
    rows === 1
      ? ['One amount covers a part of the days of an earlier one', 'What does it do?']
      : [`${count(rows, 'amount')} cover a part of the days of earlier ones`, 'What do they do?'];
  const answers = [
    answer(BROUGHT_FILE.replaces, rows === 1 ? 'It replaces that one' : 'They replace those'),
    answer(BROUGHT_FILE.addsUp, 'Both count'),
    answer(BROUGHT_FILE.leavesOut, rows === 1 ? 'Leave it out' : 'Leave them out'),
  ];
  return [section(`*${what}*, named above. ${ask}`), actions(answers)];
}

function missing(
  { field, others }: Extract<FileQuestion, { kind: 'missing' }>,
  answer: Answer,
): TangoBlock[] {
  if (field === 'side') {
    const sides = [answer(BROUGHT_FILE.marketing, 'Marketing’s'), answer(BROUGHT_FILE.sales, 'Sales’')];
    return [section('Whose money was it?'), actions(sides)];
  }
  if (field === 'source') {
    return [section('*Where do these leads come from?* No column says it. Name the source under *Change…*')];
  }
  if (field === 'from') {
    return [
      section(
        '*For which days was it?* No column says it, and no line above the table. Name the days under *Change…*, or the column that says them',
      ),
    ];
  }
  const names = [field, ...others].map(sayField).join(' or ');
  return [section(`*No column is understood as ${escapeText(names)}.* Say which one it is under *Change…*`)];
}
