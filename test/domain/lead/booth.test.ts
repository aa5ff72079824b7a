import { describe, expect, it } from 'vitest';
import { type Booth, boothDefaults } from '../../../src/domain/lead/booth.ts';
import { ANA, BEN, FIELD, LEADS } from '../../support/people.ts';

const TODAY = '2026-11-17';
const here = { person: ANA, channel: FIELD, today: TODAY, isMarketer: false };
const booth = (changes: Partial<Booth> = {}): Booth => ({
  ...{ person: ANA, channel: FIELD, day: TODAY, source: 'Fair Berlin', claims: true, saved: 3 },
  ...changes,
});

describe('what the form at a booth begins with', () => {
  it('is one’s own of today before a colleague’s, and that before one’s own elsewhere', () => {
    const own = booth({ source: 'Own' });
    const colleague = booth({ person: BEN, source: 'Colleague', saved: 9 });
    const elsewhere = booth({ channel: LEADS, source: 'Elsewhere' });
    expect(boothDefaults([colleague, elsewhere, own], here)).toEqual({
      source: 'Own',
      claims: true,
      saved: 3,
    });
    expect(boothDefaults([elsewhere, colleague], here)).toMatchObject({ source: 'Colleague', saved: 0 });
    expect(boothDefaults([elsewhere], here).source).toBe('Elsewhere');
    expect(boothDefaults([booth({ day: '2026-11-10', source: 'Last week' })], here).source).toBe('Last week');
  });

  it('claims for a rep and not for a marketer, until they have chosen otherwise', () => {
    expect(boothDefaults([], here)).toEqual({ source: null, claims: true, saved: 0 });
    expect(boothDefaults([], { ...here, isMarketer: true }).claims).toBe(false);
    expect(boothDefaults([booth({ claims: false })], here).claims).toBe(false);
  });
});
