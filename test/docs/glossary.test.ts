import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Spoken, spokenIn } from '../support/words.ts';

/** What was said for one idea beside the word that stands in docs/glossary.md. In names: files, identifiers, ids. */
const IN_NAMES: Record<string, readonly string[]> = {
  'enter, entry': ['jot', 'jots', 'jotted', 'jotting', 'jottings'],
  match: ['twin', 'twins', 'notice return', 'notice returns', 'is return', 'open return', 'find returns'],
  'assign, hand over': ['pass on', 'pass ons'],
  booth: ['stand', 'standing lead', 'stand now', 'at stand', 'recent stands'],
  deactivated: ['release of gone', 'mark gone told', 'gone to handle', 'person gone scene', 'home gone'],
  recipient: ['hearer', 'hearers', 'asked of', 'hear of person'],
  'decide, decision': ['closer', 'story closing', 'close story', 'closing step', 'closing field'],
  simplify: ['plainness', 'plainer', 'dress', 'dresses', 'clothes'],
  lease: [
    'claimer',
    'claimers',
    'claim batch',
    'claim fetches',
    'claim lane',
    'claim request',
    'lock claims',
  ],
  result: [
    'settlement',
    'settle fetch',
    'settle failure',
    'settle receipts',
    'settle race',
    'settle request',
  ],
  'find, load': [
    ...['view lead', 'view team', 'view request', 'view audit log', 'view reject reasons', 'view closing'],
    ...['view insight', 'ask for lead'],
  ],
  announce: ['show lead', 'show story', 'show request', 'show homes', 'show scorecard', 'announcements of'],
  'lock…': [
    'lead for update',
    'story for update',
    'request for update',
    'settings for update',
    'route alone',
    'decide alone',
  ],
  update: [
    ...[
      'save lead',
      'save story',
      'save request',
      'save reason',
      'save proposal',
      'save settings',
      'save turn',
    ],
    ...['save profile', 'save own time', 'save answer', 'keep reject reasons', 'put rule'],
  ],
  record: [
    ...[
      'note trouble',
      'note people',
      'note turn',
      'note them',
      'note mover',
      'note home seen',
      'take note of run',
    ],
    ...['take note of count', 'note fetch failure', 'remember message', 'take key'],
  ],
  delete: ['forget message', 'forget keys', 'forget finished', 'forget old troubles', 'drop orphans'],
  'audit value': ['said value', 'setting line', 'setting lines', 'take down change'],
  promise: ['promise clock', 'forget old clock', 'claim clock'],
  home: ['rep part', 'manager part', 'marketer part', 'home part', 'part blocks'],
  form: ['in round', 'without round', 'blocks of round', 'draw menu anew', 'draw list anew', 'jot tick'],
  recount: ['count nags anew', 'post anew'],
  undo: ['take back', 'taken back', 'taken up', 'sort out'],
  sign: ['shake hands', 'hands of', 'kept leads'],
  abort: ['abortion'],
};

/** Nowhere at all, sentences and documents included. */
const NOWHERE: Record<string, readonly string[]> = {
  again: ['anew'],
  enter: ['jot down', 'jotted', 'jotting'],
  match: ['twin', 'twins'],
  simplify: ['plainer dress', 'in plain clothes'],
  worker: ['claimer', 'claimers'],
  failures: ['the weather'],
  recipient: ['hearers'],
};

/** Names of tables, columns, and of stored kinds, with what the code calls their columns: other programs read them, and old rows hold them. */
const STORED = [
  'came back',
  'person gone',
  'message lead',
  'gone at',
  'gone told',
  'stand',
  'hearer',
  'plainness',
];

/** This test says the words itself, the glossary names what is not said, and what has been on main is not edited. */
const EXEMPT = /^(test\/docs\/glossary\.test\.ts|docs\/glossary\.md|migrations\/|CHANGELOG\.md)/;

const SPOKEN = spokenIn('.').filter(({ file }) => !EXEMPT.test(file));

describe('one word an idea', () => {
  it('is kept by names: files, identifiers and ids', () => {
    const losers = Object.values(IN_NAMES).flat();
    expect(new Set(losers).size).toBeGreaterThanOrEqual(60);
    expect(saidInNames(SPOKEN, losers)).toEqual([]);
  });

  it('is kept by comments, sentences and documents', () => {
    expect(saidInProse(SPOKEN, Object.values(NOWHERE).flat())).toEqual([]);
  });

  it('has each of its winners in the glossary or among the verbs of the tree', () => {
    const glossary = readFileSync('docs/glossary.md', 'utf8').toLowerCase();
    const unnamed = Object.keys({ ...IN_NAMES, ...NOWHERE }).filter(
      (winner) => !winner.split(', ').some((word) => glossary.includes(word)),
    );
    expect(unnamed).toEqual([]);
  });
});

function saidInNames(spoken: readonly Spoken[], losers: readonly string[]): string[] {
  const banned = new RegExp(`(?:^| )(?:${losers.join('|')})(?: |$)`);
  return spoken.flatMap(({ file, names }) =>
    names.filter((name) => banned.test(name) && !STORED.includes(name)).map((name) => `${file}: ${name}`),
  );
}

function saidInProse(spoken: readonly Spoken[], losers: readonly string[]): string[] {
  const banned = new RegExp(`\\b(?:${losers.join('|')})\\b`, 'g');
  return spoken.flatMap(({ file, prose }) =>
    prose.flatMap((text) => [...text.matchAll(banned)].map(([said]) => `${file}: ${said}`)),
  );
}
