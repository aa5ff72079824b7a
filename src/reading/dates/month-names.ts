import { wordKey } from '../words/word-key.ts';

/** January to December in each language; beside them what is no beginning of the name: Polish cases, "mrz", "mrt". */
const NAMES: readonly string[] = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'jänner feber mrz april mai juni juli august setiembre oktober november dezember',
  'jan feb mrt apr mei jun jul aug sept okt nov dec',
];

const WEEKDAYS = [
  'monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta sábado feira segundafeira tercafeira quartafeira quintafeira sextafeira',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota niedziela',
]
  .join(' ')
  .split(' ')
  .map(wordKey);

/** What stands between the parts: "20 de noviembre de 2025", "20. November 2025 um 10:30 Uhr". */
const BETWEEN = new Set(
  'de del do da of the um at on am den le el il à a alle ore godz om kl o las r rok st nd rd th er'
    .split(' ')
    .map(wordKey),
);

const known = new Map<string, number>();

/** 1 to 12; null: it is none, or may be two ("ju"). */
export function monthNamed(word: string): number | null {
  const key = wordKey(word);
  const before = known.get(key);
  if (before !== undefined) return before || null;
  const month = key.length < 3 ? 0 : lookUp(key);
  if (known.size < 500) known.set(key, month);
  return month || null;
}

function lookUp(key: string): number {
  const months = new Set<number>();
  for (const names of NAMES) {
    names.split(' ').forEach((name, index) => {
      const own = wordKey(name);
      if (own === key) months.add(index + 1 + EXACT);
      else if (own.startsWith(key)) months.add(index + 1);
    });
  }
  const exact = [...months].filter((month) => month > EXACT).map((month) => month - EXACT);
  const [only, ...others] = exact.length > 0 ? exact : [...months];
  return only !== undefined && others.length === 0 ? only : 0;
}

const EXACT = 100;

export function isIdleWord(word: string): boolean {
  const key = wordKey(word);
  return BETWEEN.has(key) || (key.length >= 2 && WEEKDAYS.some((day) => day.startsWith(key)));
}
