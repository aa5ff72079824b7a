/** The law over all views: whatever somebody wrote outside, no payload of ours is one that Slack refuses for it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage, checkView, type Problem } from '../../emulator/validation/index.ts';
import type { GalleryEntry } from '../../src/slack/gallery/entry.ts';
import { gallery } from '../../src/slack/gallery.ts';
import { SIMPLEST, simplify } from '../../src/slack/simplify/simplify.ts';
import { simplestOf, simplifyView } from '../../src/slack/simplify/simplify-view.ts';

type Json = Record<string, unknown>;

const HALF = String.fromCharCode(0xd83d);
const OTHER_HALF = String.fromCharCode(0xde00);
const HOSTILE: Record<string, (text: string) => string> = {
  'emoji alone': () => '🏨'.repeat(1_500),
  'emoji, one unit further on': () => `a${'🏨'.repeat(1_500)}`,
  'families and flags': () => '👩‍👩‍👧‍👦🇵🇹'.repeat(300),
  'letters under a heap of marks': () => `Z${'̖'.repeat(2_900)}`,
  'half a character': (text) => `${text}${HALF}`,
  'the other half': (text) => `${OTHER_HALF}${text}`,
  'entities at every cut': () => '&<>'.repeat(1_000),
  'lines, tabs and what cannot be seen': () => '\n\t\u200b\u2028\u0000'.repeat(200),
};

/** Every form in which an entry may go out. */
function formsOf(entry: GalleryEntry): { shown: object; problems: unknown[] }[] {
  if ('message' in entry) {
    return Array.from({ length: SIMPLEST + 1 }, (_, n) => {
      const shown = { ...simplify(entry.message, n) };
      return { shown, problems: checkMessage(shown) };
    });
  }
  const [view, type] = 'modal' in entry ? [entry.modal, 'modal' as const] : [entry.home, 'home' as const];
  const last = simplestOf(view);
  return Array.from({ length: last + 1 }, (_, n) => {
    const shown = simplifyView(view, n);
    // What is too large as meant goes out in a simpler form.
    const isTold = ({ code }: Problem) => n === last || code !== 'view_too_large';
    return { shown, problems: checkView(shown, type).filter(isTold) };
  });
}

/** Every object and every text in it. */
function* walk(json: unknown): Generator<Json | string> {
  if (typeof json === 'string') yield json;
  if (typeof json !== 'object' || json === null) return;
  if (!Array.isArray(json)) yield json as Json;
  for (const inner of Object.values(json)) yield* walk(inner);
}

function offencesOf(shown: object): string[] {
  return [...walk(shown)].flatMap((each) => {
    if (typeof each === 'string')
      return each.isWellFormed() ? [] : [`half a character: ${JSON.stringify(each)}`];
    return [...tooFull(each), ...notOffered(each)];
  });
}

/** Slack refuses a field that is filled with more than it takes. */
function tooFull({ initial_value: filled, max_length: most, action_id: id }: Json): string[] {
  if (typeof filled !== 'string') return [];
  return filled.length > (typeof most === 'number' ? most : 3_000) ? [`${id} is fuller than it may be`] : [];
}

/** Slack refuses a choice that it does not offer, word by word. */
function notOffered(element: Json): string[] {
  if (!Array.isArray(element.options)) return [];
  const offered = element.options.map((option) => JSON.stringify(option));
  const chosen = [element.initial_option ?? [], element.initial_options ?? []].flat();
  return chosen
    .filter((option) => !offered.includes(JSON.stringify(option)))
    .map(() => `${element.action_id} has chosen what it does not offer`);
}

function offences(said: (text: string) => string): string[] {
  return gallery(said).flatMap((entry) =>
    formsOf(entry).flatMap(({ shown, problems }, n) =>
      [...offencesOf(shown), ...problems].map(
        (offence) =>
          `${entry.name}, form ${n}: ${typeof offence === 'string' ? offence : JSON.stringify(offence)}`,
      ),
    ),
  );
}

describe('the law over all views', () => {
  it.each(Object.entries(HOSTILE))('holds with %s', (_name, said) => {
    expect(offences(said)).toEqual([]);
  });

  it('holds with whatever else comes from outside', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const words = fc.oneof(
      fc.string({ unit, maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 80 }), (text, times) => {
        // Not blank: nobody's exception to the definition can be.
        expect(offences(() => `x${text.repeat(times)}`)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('sees what it is there for', () => {
    const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
    expect(offencesOf({ text: HALF })).toHaveLength(1);
    expect(offencesOf({ initial_value: 'abcd', max_length: 3 })).toHaveLength(1);
    expect(offencesOf({ options: [option('a')], initial_option: option('b') })).toHaveLength(1);
    expect(offencesOf({ options: [option('a')], initial_options: [option('a')] })).toEqual([]);
  });
});
