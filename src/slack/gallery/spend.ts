import type { BrowsedEntry, LedgerPage } from '../../domain/money/ledger.ts';
import { spendRecordedModal, spendWithdrawModal } from '../views/spend/spend-entry-modals.ts';
import { spendFormModal } from '../views/spend/spend-form-modal.ts';
import { spendListModal } from '../views/spend/spend-list-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { ARRIVED, MIA, SETTINGS } from './sample-people.ts';

export function spendEntries(said: Said): GalleryEntry[] {
  const { timezone } = SETTINGS;
  const ads: BrowsedEntry = {
    ...{
      id: 'spend_1',
      side: 'marketing',
      source: said('Google Ads'),
      campaign: said('Hotels Q4'),
      note: null,
    },
    ...{ from: '2026-11-01', to: '2026-11-14', amount: { minor: 140_050, currency: 'EUR' } },
    ...{ batch: 'batch_1', batchName: said('november.csv'), inBatch: 31 },
    ...{ recordedAt: ARRIVED, recordedBy: 'import', state: 'counted' },
  };
  const fair: BrowsedEntry = {
    ...{
      id: 'spend_2',
      side: 'marketing',
      source: said('Trade fair'),
      campaign: null,
      note: said('Booth and travel'),
    },
    ...{ from: '2026-11-19', to: '2026-11-21', amount: { minor: 870_000, currency: 'EUR' } },
    ...{ batch: 'batch_2', batchName: null, inBatch: 1 },
    ...{ recordedAt: ARRIVED, recordedBy: MIA, state: 'counted' },
  };
  const salaries: BrowsedEntry = {
    ...fair,
    ...{ id: 'spend_3', side: 'sales', source: null, note: said('Salaries'), recordedBy: 'api' },
    ...{ from: '2026-11-01', to: '2026-11-30', amount: { minor: 1_200_000, currency: 'USD' } },
  };
  const early: BrowsedEntry = { ...ads, id: 'spend_4', to: '2026-11-07', state: 'replaced' };
  const gone: BrowsedEntry = {
    ...fair,
    id: 'spend_5',
    from: '2026-12-30',
    to: '2027-01-02',
    state: 'withdrawn',
  };
  const page = (entries: BrowsedEntry[], total = entries.length): LedgerPage => ({
    entries,
    total,
    timezone,
  });
  const many = Array.from({ length: 15 }, (_, n) => ({
    ...[ads, fair, salaries][n % 3],
    id: `spend_${n}`,
  })) as BrowsedEntry[];
  const form = { entry: null, currencies: ['EUR', 'GBP', 'USD'], today: '2026-11-27' };
  const overlap = { id: 'spend_4', from: early.from, to: early.to, amount: early.amount };
  const list = (name: string, view: LedgerPage, key = { page: 0, isWhole: false }): GalleryEntry => ({
    name,
    modal: spendListModal(view, key),
  });
  return [
    list('spend', page([fair, ads, salaries])),
    list('spend, none', page([])),
    list('spend, with what is not counted', page([gone, fair, ads, early]), { page: 0, isWhole: true }),
    list('spend, the second page of many', page(many, 320), { page: 1, isWhole: false }),
    { name: 'spend, add', modal: spendFormModal(form) },
    { name: 'spend, add, some days are counted', modal: spendFormModal({ ...form, overlap }) },
    { name: 'spend, correct', modal: spendFormModal({ ...form, entry: ads }) },
    { name: 'spend, recorded', modal: spendRecordedModal({ entry: ads, replaced: [early], timezone }) },
    {
      name: 'spend, recorded, replaces many',
      modal: spendRecordedModal({ entry: ads, replaced: Array(7).fill(early), timezone }),
    },
    {
      name: 'spend, recorded and taken back',
      modal: spendRecordedModal({ entry: gone, replaced: [], timezone }),
    },
    { name: 'spend, take back', modal: spendWithdrawModal({ entry: fair, replaced: [], timezone }) },
    {
      name: 'spend, take back one of a file',
      modal: spendWithdrawModal({ entry: ads, replaced: [early], timezone }),
    },
  ];
}
