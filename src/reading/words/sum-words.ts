/** How reports call a row that sums up others. By itself such a word proves nothing: a campaign may be called so. */
import { wordKey } from './word-key.ts';

const FIRST: ReadonlySet<string> = new Set(
  `total totals subtotal subtotals sum overall
  gesamt gesamtsumme gesamtergebnis summe zwischensumme insgesamt endsumme
  totaux soustotal somme ensemble
  totales suma sumatotal
  totale totali subtotale somma complessivo
  totais soma geral
  totaal eindtotaal subtotaal som
  razem lacznie ogolem sumakoncowa sumaczesciowa podsuma`
    .split(/\s+/)
    .map(wordKey),
);

/** Before the word itself: "Grand total", "Sous-total". */
const BEFORE: ReadonlySet<string> = new Set(['grand', 'sub', 'sous', 'gran', 'overall', 'account', 'report']);

const CJK = /^(?:総|总|總|小|累)?(?:合計|合计|計|计|総計|总计|總計|小計|小计|総額|总额|總額)/;

export function callsItselfSum(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  if (CJK.test(plain)) return true;
  const words = plain.split(/[\s:\-–—]+/).map(wordKey);
  const at = BEFORE.has(words[0] ?? '') ? 1 : 0;
  return FIRST.has(words[at] ?? '') || FIRST.has(words[0] ?? '');
}
