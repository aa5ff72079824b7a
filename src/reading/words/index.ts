/** One table a language: to teach Tango another one, add its file here. */
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import type { Language } from './field-words.ts';
import { FR } from './fr.ts';
import { IT } from './it.ts';
import { JA } from './ja.ts';
import { NL } from './nl.ts';
import { PL } from './pl.ts';
import { PT } from './pt.ts';
import { ZH } from './zh.ts';

/** Of two languages that use a word for different fields the earlier counts. */
export const LANGUAGES: readonly Language[] = [EN, DE, FR, ES, IT, PT, NL, PL, JA, ZH];
