/**
 * One way of writing, everywhere: what every view of the gallery shows, and every sentence in the source. Sentences for programs and the
 * command line are held by the same.
 */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { gallery } from '../../src/slack/gallery.ts';
import { READER_FORMAT } from '../../src/slack/views/kit/times.ts';

const NOT_SAID: Record<string, RegExp> = {
  'a day before its time': /\b(?:by|due|since|until|before|at|on) (?:today|tomorrow|yesterday)\b/i,
  'an exclamation mark': /!/,
  'a straight apostrophe': /\w'\w/,
  'a straight quotation mark': /"/,
  // User groups are what Slack calls them.
  'a user': /\busers?\b(?! groups?\b)/i,
  'an SLA': /\bSLAs?\b/,
  'a part of a day or an hour': /\d[.,]\d+ (?:working )?(?:day|hour|minute)s?\b/,
  'a date that is a number': /\b\d{4}-\d{2}-\d{2}\b/,
  'the talk of machines':
    /\b(?:undefined|null|NaN|enum|boolean|payload|JSON|timeout)\b|\[object|\b[a-z]+_[a-z_]+\b/,
  'praise or haste': /\b(?:oops|whoops|awesome|great job|amazing|please note|simply|just now!|ASAP)\b/i,
};

/** What is typed word for word, an address, a name or a word of Slack's own, the code of an emoji, a day as it is typed. */
const AS_TYPED =
  /`[^`]*`|“\/[a-z]+ [^”]*”|<(?:https?|mailto|tel):[^>]*>|<[@#!][^|>]*[|>]|\([a-z]+_[a-z_]+\)|:[a-z_]+:|^\d{4}-\d{2}-\d{2}$|\bas \d{4}-\d{2}-\d{2}/g;

function faultsIn(text: string): string[] {
  const said = text.replaceAll(AS_TYPED, ' ');
  return Object.entries(NOT_SAID)
    .filter(([, pattern]) => pattern.test(said))
    .map(([name]) => `${name}: ${text.slice(0, 160)}`);
}

/** All that somebody reads of a view; ids and values are left out. */
function* shownIn(json: unknown, key = ''): Generator<string> {
  if (typeof json === 'string' && READ.includes(key)) yield json;
  if (typeof json !== 'object' || json === null) return;
  for (const [name, inner] of Object.entries(json)) yield* shownIn(inner, Array.isArray(json) ? key : name);
}

const READ = [
  'text',
  'title',
  'label',
  'hint',
  'description',
  'placeholder',
  'accessibility_label',
  'alt_text',
];

it('holds in every view of the gallery', () => {
  // What somebody else has written is theirs.
  const faults = gallery(() => 'x').flatMap((entry) => {
    const view = 'message' in entry ? entry.message : 'modal' in entry ? entry.modal : entry.home;
    return [...shownIn(view)].flatMap(faultsIn).map((fault) => `${entry.name}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

it('writes every time in one form', () => {
  const formats = gallery().flatMap((entry) =>
    [...JSON.stringify(entry).matchAll(/<!date\^\d+\^([^|>]*)\|/g)].map(([, format]) => format),
  );
  expect(new Set(formats)).toEqual(new Set([READER_FORMAT, `at ${READER_FORMAT}`]));
});

/** Words of somebody else's: a variable, a file, an account of the machine, a field of the API. */
const OF_PROGRAMS = ['src/sentences/en/refusals/program.ts'];

it('holds in every sentence of the source', () => {
  const paths = globSync('src/{sentences,slack/views}/**/*.ts').filter((path) => !OF_PROGRAMS.includes(path));
  expect(paths.length).toBeGreaterThan(80);
  const faults = paths.flatMap((path) =>
    sentencesOf(path, readFileSync(path, 'utf8')).flatMap((text) =>
      faultsIn(text).map((fault) => `${path}: ${fault}`),
    ),
  );
  expect(faults).toEqual([]);
});

/** Literals of several words; single ones are codes and keys. */
function sentencesOf(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `x${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter((text) => /\p{L} \p{L}|\p{L}’\p{L}|\w'\w/u.test(text));
}

describe('the law sees', () => {
  it.each([
    'Claim by today at 10:40.',
    'Well done!',
    "It's late.",
    'a "quoted" word',
    'This user may not.',
    'The SLA was broken.',
    'That took 5.3 working days.',
    'It rests until 2027-03-01.',
    'reason: bad_contact_data',
    'It is undefined.',
  ])('%s', (text) => {
    expect(faultsIn(text)).not.toEqual([]);
  });

  it('nothing in what is meant so', () => {
    for (const text of [
      'Claim by <!date^1^{time} {date_short_pretty}|10:40 on Tue 17 Nov>',
      'Say `/tango leave 2026-12-20` or type “/invite @Tango”.',
      '4 working hours, 12:30 today, 1.5 % of them',
    ])
      expect(faultsIn(text)).toEqual([]);
  });
});
