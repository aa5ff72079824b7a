/** Signs of amounts that are those of several currencies, where nothing else in the file says which is meant. */
import type { ColumnQuestion } from '../../domain/import/import-plan.ts';
import { currenciesOf } from '../../domain/money/currency-sign.ts';
import { readAmount } from '../../domain/money/read-amount.ts';
import { headerSign } from '../../reading/amounts/header-currency.ts';
import type { ColumnPlan } from './columns/match-columns.ts';

export class CurrencySigns {
  readonly #plan: ColumnPlan;
  /** ISO 4217, of amounts that name none: of such a sign it decides, where it is one of its currencies. */
  readonly #assumed: string;
  readonly #isToldElsewhere: boolean;
  readonly #first = new Map<string, { example: string; answers: readonly string[] }>();

  constructor(plan: ColumnPlan, assumed: string) {
    this.#plan = plan;
    this.#assumed = assumed;
    this.#isToldElsewhere = plan.columns.has('currency') || 'currency' in plan.constants;
  }

  see(field: string, text: string): void {
    if (this.#isToldElsewhere || this.#first.has(field) || text === '') return;
    const read = readAmount(text, { mark: null, threeDigits: 'thousands', mayMultiply: true });
    const sign = ('plain' in read && read.sign) || headerSign(this.#headerOf(field));
    const answers = sign ? currenciesOf(sign) : null;
    if (!answers || answers.length < 2 || answers.includes(this.#assumed)) return;
    this.#first.set(field, { example: text, answers });
  }

  questions(): ColumnQuestion[] {
    return [...this.#first].map(([field, seen]) => ({ what: 'currency', field, ...seen }));
  }

  #headerOf(field: string): string {
    return this.#plan.header[this.#plan.columns.get(field) ?? -1] ?? '';
  }
}
