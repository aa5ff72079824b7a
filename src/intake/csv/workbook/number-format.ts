import { currenciesOf } from '../../../domain/money/currency-sign.ts';

/** What a cell's format says about the number in it: how it is meant, not how it looks. */
export type NumberFormat =
  | { kind: 'plain' }
  | { kind: 'date'; hasTime: boolean; isMonth: boolean }
  | { kind: 'time' }
  | { kind: 'percent' }
  | { kind: 'currency'; sign: string }
  /** Digits into places: post codes with their zeros, telephone numbers. */
  | { kind: 'digits'; mask: string };

const PLAIN: NumberFormat = { kind: 'plain' };

/** Formats that a workbook does not spell out (ECMA-376, part 1, 18.8.30), those of East Asia included. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 9: '0%', 10: '0.00%', 14: 'm/d/yy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy' },
  ...{ 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'm/d/yy h:mm' },
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy/m/d'])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm:ss'])),
  ...{ 45: 'mm:ss', 47: 'mm:ss.0' },
};

/** `code` is null where the workbook does not spell the format out. */
export function numberFormat(id: number, code: string | null): NumberFormat {
  const [positive = ''] = sectionsOf(code ?? BUILT_IN[id] ?? 'General');
  if (/^(general|standard|@)?$/i.test(positive.trim())) return PLAIN;
  const sign = currencyIn(positive);
  // What stands in quotes, behind a backslash or in brackets is shown and means nothing.
  const bare = positive.replaceAll(/"[^"]*"|[\\_*]./g, '').replaceAll(/\[[^\]]*\]/g, '');
  const isElapsed = /\[(h+|m+|s+)\]/i.test(positive);
  if (!isElapsed && /[ymdhsge]/i.test(bare.replaceAll(/e[+-]/gi, ''))) return dateFormat(bare);
  if (bare.includes('%')) return { kind: 'percent' };
  if (sign) return { kind: 'currency', sign };
  const mask = positive.replaceAll(/\[[^\]]*\]|[_*]./g, '').replaceAll(/"([^"]*)"|\\(.)/g, '$1$2');
  return /^[-+() ./\d#?]+$/.test(mask) && isMask(mask) ? { kind: 'digits', mask } : PLAIN;
}

/** Quoted semicolons part nothing. */
function sectionsOf(code: string): string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [];
}

function dateFormat(bare: string): NumberFormat {
  const code = bare.toLowerCase().replaceAll(/am\/pm|a\/p/g, '');
  const hasTime = /[hs]/.test(code);
  const hasDay = /d/.test(code);
  const hasYear = /[yge]/.test(code);
  if (hasTime && !hasDay && !hasYear) return { kind: 'time' };
  return { kind: 'date', hasTime, isMonth: !hasDay && !hasTime && hasYear && code.includes('m') };
}

function currencyIn(section: string): string | null {
  const bracketed = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(section)?.[1];
  const quoted = [...section.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
  const plain = section.replaceAll(/"[^"]*"|\[[^\]]*\]|[_*]./g, '').match(/\p{Sc}/u)?.[0];
  const signs = [bracketed, ...quoted, plain].map((text) => text?.trim() ?? '');
  return signs.find((text) => text !== '' && currenciesOf(text) !== null) ?? null;
}

/** More than `0`, which every whole number has, and no place of a fraction. */
function isMask(mask: string): boolean {
  const places = mask.replaceAll(/[^0#?]/g, '');
  return !/[1-9]/.test(mask) && !/[.][0#?]/.test(mask) && places !== '' && mask !== '0' && mask !== '#';
}
