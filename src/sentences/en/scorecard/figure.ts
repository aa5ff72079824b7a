import { type Figure, isTooFew, type TimeClock } from '../../../domain/scorecard/figure.ts';
import { sayMoney, sayRoundMoney } from '../money.ts';

type SayAmount = typeof sayMoney;

/** "52", "27 % (14/52)", "€38", "12 min, 90 % in 3 h (of 49)"; "–" where there is nothing to compute, and a star where it is too few. */
export function sayFigure(figure: Figure): string {
  return starred(figure, plainFigure(figure, sayRoundMoney));
}

/** The same with a time by its median alone, so that columns stay narrow: "1 h 12 min (of 13)". */
export function sayShortFigure(figure: Figure): string {
  if (figure.kind !== 'time' || figure.median === null) return sayFigure(figure);
  return starred(figure, `${sayMinutes(figure.median, figure.clock)} (of ${figure.of})`);
}

/** To the cent and without a star, for two that are told beside each other since they differ. */
export function sayExactFigure(figure: Figure): string {
  return plainFigure(figure, sayMoney);
}

/** That there is nothing of it, in whichever way. */
export function isNothing(figure: Figure): boolean {
  return figure.kind === 'count' ? figure.value === 0 : sayExactFigure(figure) === NOTHING;
}

function starred(figure: Figure, said: string): string {
  return `${said}${isTooFew(figure) ? '*' : ''}`;
}

const NOTHING = '–';

function plainFigure(figure: Figure, sayAmount: SayAmount): string {
  switch (figure.kind) {
    case 'unknown':
      return NOTHING;
    case 'count':
      return String(Math.round(figure.value * 10) / 10);
    case 'rate':
      return figure.of === 0 ? NOTHING : `${percent(figure.part, figure.of)} (${figure.part}/${figure.of})`;
    case 'money':
      return figure.minor === null ? NOTHING : sayAmount({ minor: figure.minor, currency: figure.currency });
    case 'cost':
      return sayCost(figure, sayAmount);
    case 'return':
      return sayReturn(figure);
    case 'time':
      return sayTime(figure);
    default:
      return figure satisfies never;
  }
}

function percent(part: number, of: number): string {
  return `${Math.round((100 * part) / of)} %`;
}

function sayCost({ minor, per, currency }: Extract<Figure, { kind: 'cost' }>, sayAmount: SayAmount): string {
  if (minor === null || per === 0) return NOTHING;
  return sayAmount({ minor: Math.round(minor / per), currency });
}

/** "3.2 times" */
function sayReturn({ won, spent }: Extract<Figure, { kind: 'return' }>): string {
  if (!spent || !won) return NOTHING;
  return `${Math.round((10 * won) / spent) / 10} times`;
}

function sayTime({ median, p90, clock, of }: Extract<Figure, { kind: 'time' }>): string {
  if (median === null || p90 === null) return NOTHING;
  return `${sayMinutes(median, clock)}, 90 % in ${sayMinutes(p90, clock)} (of ${of})`;
}

const DAY = 24 * 60;

/** "4 min", "3 h 20 min", and "2 days 5 h" on the wall clock: a working day is no 24 hours. */
function sayMinutes(minutes: number, clock: TimeClock): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  if (clock === 'working' || whole < 2 * DAY)
    return joined([Math.floor(whole / 60), 'h'], [whole % 60, 'min']);
  return joined([Math.floor(whole / DAY), 'days'], [Math.floor((whole % DAY) / 60), 'h']);
}

function joined(...parts: [amount: number, unit: string][]): string {
  const kept = parts.filter(([amount]) => amount > 0);
  return kept.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
}
