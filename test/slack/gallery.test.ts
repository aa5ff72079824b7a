import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseMrkdwn, plainText } from '../../emulator/page/mrkdwn.ts';
import { checkMessage, checkView } from '../../emulator/validation/index.ts';
import { gallery } from '../../src/slack/gallery.ts';
import { SIMPLEST, simplify } from '../../src/slack/simplify/simplify.ts';
import { simplestOf, simplifyView } from '../../src/slack/simplify/simplify-view.ts';
import { elementsOf, heardBy } from '../support/heard.ts';
import { markupOf } from '../support/messages.ts';

type Entry = ReturnType<typeof gallery>[number];

const HOSTILE = '<!channel> & <script> <@U_MAX> ';
const FORMS: Record<string, Entry[]> = {
  'as it is': gallery(),
  'with hostile words': gallery(() => HOSTILE),
  'with words that grow when they are escaped': gallery(() => '&'.repeat(200)),
};

const shownBy = (entry: Entry) =>
  'message' in entry ? entry.message : 'modal' in entry ? entry.modal : entry.home;
const blocksOf = (entry: Entry) => shownBy(entry).blocks as unknown[];

describe.each(Object.entries(FORMS))('every view, %s', (_form, entries) => {
  it('is taken by Slack', () => {
    for (const entry of entries) {
      if ('modal' in entry) expect([entry.name, checkView(entry.modal, 'modal')]).toEqual([entry.name, []]);
      else if ('home' in entry) expect([entry.name, checkView(entry.home, 'home')]).toEqual([entry.name, []]);
      else expect([entry.name, checkMessage({ ...entry.message })]).toEqual([entry.name, []]);
    }
  });

  it('is taken in its simpler forms too, should Slack refuse the blocks', () => {
    for (const entry of entries) {
      for (const [simplification, problems] of simplerForms(entry)) {
        expect([entry.name, simplification, problems]).toEqual([entry.name, simplification, []]);
      }
    }
  });

  it('holds one table at most', () => {
    for (const entry of entries) {
      const tables = blocksOf(entry).filter((block) => (block as { type: string }).type === 'table');
      expect(tables.length, entry.name).toBeLessThanOrEqual(1);
    }
  });
});

function simplerForms(entry: Entry): [number, unknown[]][] {
  const forms = [1, 2, SIMPLEST];
  if ('message' in entry) return forms.map((n) => [n, checkMessage({ ...simplify(entry.message, n) })]);
  const [view, type] = 'modal' in entry ? [entry.modal, 'modal' as const] : [entry.home, 'home' as const];
  return forms.filter((n) => n <= simplestOf(view)).map((n) => [n, checkView(simplifyView(view, n), type)]);
}

it('can be pressed in the simpler form of words and buttons as before: a card stays claimable', () => {
  for (const entry of gallery()) {
    const view = shownBy(entry);
    const simpler = 'message' in entry ? simplify(entry.message, 2) : simplifyView(view as ModalView, 2);
    expect(buttonsOf(simpler.blocks), entry.name).toEqual(buttonsOf(view.blocks));
  }
});

/** What each button does, in their order. */
function buttonsOf(shown: unknown): unknown[] {
  if (Array.isArray(shown)) return shown.flatMap(buttonsOf);
  if (typeof shown !== 'object' || shown === null) return [];
  const { type, action_id: action, value, url } = shown as Record<string, unknown>;
  return type === 'button' ? [[action, value, url]] : Object.values(shown).flatMap(buttonsOf);
}

it('calls nobody by words from outside', () => {
  const texts = gallery(() => HOSTILE).flatMap((entry) => [
    ...markupOf({ blocks: blocksOf(entry) }),
    ...('message' in entry ? [entry.message.text] : []),
  ]);
  expect(texts.filter((text) => /<!channel|<script|<@U_MAX> ($|\*)/.test(text))).toEqual([]);
  expect(texts.filter((text) => text.includes('&lt;!channel&gt;')).length).toBeGreaterThan(50);
});

/** Each mark stands before a word of its own, so that a missing one is noticed: what formats is not shown. */
const FORMATTING = '*bolt* _itch_ ~stripe~ `cord` :fire: www.bare.example\n> second';
const FORMATTED = /(?<!\*)bolt|(?<!_)itch|(?<!~)stripe|(?<![`ˋ])cord|(?<!:)fire|^\s*second/m;

/** What a person sees of markup. */
const seen = (markup: string) => plainText(parseMrkdwn(markup)).replaceAll(/[\u2060\uFEFF]/g, '');

it('shows words from outside as they were written, whatever they would format', () => {
  for (const entry of gallery(() => FORMATTING)) {
    const shown = markupOf({ blocks: blocksOf(entry) }).map(seen);
    expect([entry.name, shown.filter((text) => FORMATTED.test(text))]).toEqual([entry.name, []]);
  }
  const all = gallery(() => FORMATTING).flatMap((entry) => markupOf({ blocks: blocksOf(entry) }).map(seen));
  expect(all.filter((text) => text.includes('*bolt* _itch_ ~stripe~')).length).toBeGreaterThan(50);
});

it('makes a link, a channel or an emoji of nothing that was not meant as one', () => {
  for (const entry of gallery(() => ':fire:')) {
    expect(JSON.stringify(blocksOf(entry)).split('"type":"mrkdwn"').length - 1).toBe(
      JSON.stringify(blocksOf(entry)).split('"verbatim":true').length - 1,
    );
    const plain = JSON.stringify(blocksOf(entry)).match(/"type":"plain_text","text":"[^"]*:fire:/g);
    expect(plain).toBeNull();
  }
});

it('says in a full sentence what each message is about', () => {
  for (const entry of gallery()) {
    if (!('message' in entry)) continue;
    expect(entry.message.text, entry.name).toMatch(/^.{15,}/);
    expect(entry.message.text, entry.name).toMatch(/[.?](\s|$)/);
  }
});

it('leaves no view out: each file of the views is used by one in the gallery', () => {
  const used = reachedFrom('src/slack/gallery.ts');
  expect(globSync('src/slack/views/**/*.ts').filter((path) => !used.has(path))).toEqual([]);
});

/** Through imports, by path. */
function reachedFrom(path: string, seen = new Set<string>()): Set<string> {
  seen.add(path);
  for (const [, to = ''] of readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const next = join(dirname(path), to);
    if (!seen.has(next)) reachedFrom(next, seen);
  }
  return seen;
}

/** A menu of which we are asked what it offers. */
const ASKING = /\{"type":"(?:multi_)?external_select"[^}]*"action_id":"[^"]+"/g;

describe('what can be pressed', () => {
  const elements = gallery().flatMap((entry) => elementsOf(blocksOf(entry)));
  const modals = gallery().flatMap((entry) => ('modal' in entry ? [entry.modal] : []));
  const heard = heardBy();

  it('is heard, and nothing is heard that cannot be pressed', () => {
    expect([...new Set(elements)].sort()).toEqual([...heard.actions].sort());
  });

  it('asks a listener what it offers, and no listener offers what no menu asks for', () => {
    const asking = gallery().flatMap((entry) => JSON.stringify(blocksOf(entry)).match(ASKING) ?? []);
    const ids = asking.map((menu) => /"action_id":"([^"]+)"/.exec(menu)?.[1]);
    expect([...new Set(ids)].sort()).toEqual([...heard.options].sort());
  });

  it('is submitted to a listener, and no listener waits for a modal that there is not', () => {
    const submitted = modals.filter(({ submit }) => submit).map(({ callback_id }) => callback_id);
    expect([...new Set(submitted)].sort()).toEqual([...heard.views].sort());
  });

  it('is primary at most once in a view', () => {
    for (const entry of gallery()) {
      const primaries = JSON.stringify(blocksOf(entry)).split('"style":"primary"').length - 1;
      expect(primaries, entry.name).toBeLessThanOrEqual(1);
    }
  });
});

/** It stands at every text, as is held above, and says nothing about one of them. */
const withoutVerbatim = (key: unknown, value: unknown) => (key === 'verbatim' ? undefined : value);

describe('the golden files', () => {
  const FOLDER = fileURLToPath(new URL('./golden/', import.meta.url));
  const fileOf = ({ name }: Entry) => `${name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}.yaml`;

  it.each(gallery().map((entry) => [entry.name, entry] as const))('show: %s', async (_name, entry) => {
    // Without line width: a changed word is one changed line.
    await expect(
      stringify(shownBy(entry), withoutVerbatim, { lineWidth: 0, aliasDuplicateObjects: false }),
    ).toMatchFileSnapshot(FOLDER + fileOf(entry));
  });

  it('are those of the gallery, one for each', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(gallery().map(fileOf).sort());
  });
});
