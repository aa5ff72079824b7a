import type { BrowsedEntry } from '../../../domain/money/ledger.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { SIDE_WORDS, sayDays, sayRecorder, sayWhatFor } from '../../../sentences/en/spend.ts';
import { readerTime } from '../kit/times.ts';
import { MRKDWN } from '../kit/voice.ts';

export type LedgerLine = Omit<BrowsedEntry, 'inBatch'>;

/** "*€1,200* · Google Ads · Hotels Q4" */
export function spendTitle(entry: Pick<LedgerLine, 'amount' | 'source' | 'campaign' | 'note'>): string {
  return `*${sayMoney(entry.amount)}* · ${sayWhatFor(shortened(entry), MRKDWN)}`;
}

/** In two lines: what, and when, whose and by whom. */
export function spendLine(entry: LedgerLine, timezone: string): string {
  const { side, recordedAt, state } = entry;
  const recorder = sayRecorder({ ...entry, batchName: entry.batchName && clip(entry.batchName, 60) }, MRKDWN);
  const told = [sayDays(entry), SIDE_WORDS[side], `${recorder} ${readerTime(recordedAt, timezone, 'at')}`];
  return `${STATES[state]}${spendTitle(entry)}\n${told.join(' · ')}`;
}

const STATES = { counted: '', replaced: '_replaced_ · ', withdrawn: '_taken back_ · ' };

function shortened({ source, campaign, note }: Pick<LedgerLine, 'source' | 'campaign' | 'note'>) {
  const short = (text: string | null) => text && clip(text, 80);
  return { source: short(source), campaign: short(campaign), note: short(note) };
}
