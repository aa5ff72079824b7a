/**
 * Amounts as files write them, turned into plain decimals: 1,234.50 and 1.234,50 and "€ 1 234.50" are 1234.50.
 * What could be a thousand times more or less is not guessed: Problem instead.
 */
export function plainAmount(text: string, delimiter: string): { amount: string } | { problem: string } {
  const bare = text
    .replaceAll(/^\p{Sc}|\p{Sc}$|[\s'’\u00a0\u202f]/gu, '')
    .replaceAll(/^\p{Sc}|\p{Sc}$/gu, '');
  const mark = decimalMark(bare, delimiter);
  if (mark === 'unclear') {
    const [whole, thousandth] = bare.split(/[.,]/);
    return {
      problem: `"${text}" can be read two ways: write ${whole}${thousandth} or ${whole}.${thousandth}0`,
    };
  }
  const amount = mark === ',' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  return { amount };
}

function decimalMark(bare: string, delimiter: string): '.' | ',' | 'unclear' {
  const [comma, point] = [bare.lastIndexOf(','), bare.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  if (comma >= 0) return singleMark(bare, ',');
  if (point < 0) return '.';
  // Where a semicolon parts the cells, the comma is often the decimal mark, and the point then parts thousands.
  return delimiter === ';' ? singleMark(bare, '.') : '.';
}

function singleMark(bare: string, mark: '.' | ','): '.' | ',' | 'unclear' {
  const parts = bare.split(mark);
  if (parts.length > 2) return mark === ',' ? '.' : ',';
  const [whole = '', rest = ''] = parts;
  const looksLikeThousands = rest.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(whole);
  return looksLikeThousands ? 'unclear' : mark;
}
