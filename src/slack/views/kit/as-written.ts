/**
 * What somebody outside wrote, on its way into Slack's markup: it is shown as it was written. It formats nothing, pings nobody, makes no
 * emoji and breaks a line only where lines are meant.
 *
 * Slack has no escape for its marks. One that could open or close a format gets spaces without width at its sides, since a format opens
 * before a letter and closes behind one; a mark inside of a word, as in an address, formats nothing and stays as it can be copied. Code
 * may begin with a space, so a backtick is shown as the accent that looks like it. Bare links are left alone by `verbatim`, in text.ts.
 */

/** On one line: names, titles, answers. */
export function escapeText(text: string): string {
  return inert(text.replaceAll(LINE_BREAKS, ' '));
}

/** For text without markup, in which codes of emoji are read all the same. */
export function plainLine(text: string): string {
  return text.replaceAll(LINE_BREAKS, ' ').replaceAll(EMOJI, `:${JOINER}`);
}

/** On its own lines. */
export function paragraph(text: string): string {
  return linesOf(text).map(inert).join('\n');
}

/** On its own lines, each quoted. */
export function quote(text: string): string {
  return linesOf(text)
    .map((line) => `> ${inert(line)}`)
    .join('\n');
}

/** For what is markup already, as an address in a link: nothing in it can end it. */
export function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]+/g;

function linesOf(text: string): string[] {
  return text.split(LINE_BREAK);
}

/** Without width. The one is no space, so that our own marks still open and close beside it; the other is. */
const JOINER = '\u2060';
const SPACE = '\uFEFF';

const MARKS = /[*_~]+/g;
const EMOJI = /:(?=[^\s:]{1,100}:)(?!(?<=\d:)\d)/g;
const BEGINS_A_QUOTE = /^(?=\s*>)/;

function inert(line: string): string {
  if (!/[*_~`:<>&]/.test(line)) return line;
  const held = line
    .replace(BEGINS_A_QUOTE, JOINER)
    .replaceAll('`', 'ˋ')
    .replaceAll(EMOJI, `:${JOINER}`)
    .replaceAll(MARKS, (run, at: number, all: string) =>
      apart(run, all.slice(0, at), all.slice(at + run.length)),
    );
  return entities(held);
}

function apart(run: string, before: string, after: string): string {
  if (run.length === 1 && /[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return run;
  if (run.length === 1 && before.endsWith(' ') && after.startsWith(' ')) return run;
  const marks = `${SPACE}${[...run].join(SPACE)}${SPACE}`;
  return `${before ? '' : JOINER}${marks}${after ? '' : JOINER}`;
}
