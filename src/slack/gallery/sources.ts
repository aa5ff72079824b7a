import type { CampaignId, SourceId } from '../../domain/source/source.ts';
import type { SourceAlert, SourceAlertId } from '../../domain/source/source-alert.ts';
import type { ListedCampaign, ListedSource, SourceList } from '../../domain/source/source-list.ts';
import { sourceAlert } from '../views/source/source-alert.ts';
import { sourceChangesModal } from '../views/source/source-changes-modal.ts';
import {
  changeCampaignModal,
  changeSourceModal,
  chooseAlikeModal,
  mergeSourceModal,
  splitSourceModal,
} from '../views/source/source-forms.ts';
import { sourceListModal } from '../views/source/source-list-modal.ts';
import { sourceModal } from '../views/source/source-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { ARRIVED, MIA, SETTINGS } from './sample-people.ts';

const SOURCE_ONE = 'source_1';

const NOBODY: SourceList = {
  ...{ sources: [], campaigns: [], alikeSources: [], alikeCampaigns: [], guesses: [], changes: [] },
  timezone: SETTINGS.timezone,
};

export function sourceEntries(said: Said): GalleryEntry[] {
  const list = listOf(said);
  const google = list.sources.find(({ id }) => id === SOURCE_ONE);
  const [hotels] = list.campaigns;
  if (!google || !hotels) return [];
  const source = { ...google, mergedInto: null, createdAt: ARRIVED };
  const campaign = { ...hotels, sourceKey: 'googleads', isNamed: true, mergedInto: null, createdAt: ARRIVED };
  const many = { ...list, ...NO_QUESTIONS, sources: Array.from({ length: 40 }, (_, n) => numbered(said, n)) };
  const ofGoogle = { source: google.id, page: 0 };
  const others = list.alikeCampaigns[0]?.others ?? [];
  const alike = { code: 'campaign', into: hotels.id, others: others.map(({ id }) => id) } as const;
  const names = new Map(list.campaigns.map(({ id, name }) => [id as string, name]));
  const thing = { code: 'source', id: google.id } as const;
  return [
    { name: 'sources', modal: sourceListModal({ list, page: 0 }) },
    { name: 'sources, none', modal: sourceListModal({ list: NOBODY, page: 0 }) },
    { name: 'sources, the first page of many', modal: sourceListModal({ list: many, page: 0 }) },
    { name: 'sources, the last page of many', modal: sourceListModal({ list: many, page: 9 }) },
    { name: 'source', modal: sourceModal({ list, of: ofGoogle }) },
    { name: 'source, merged meanwhile', modal: sourceModal({ list: NOBODY, of: ofGoogle }) },
    { name: 'source, none', modal: sourceModal({ list, of: { source: null, page: 0 } }) },
    {
      name: 'source, many campaigns',
      modal: sourceModal({ list: withCampaigns(list), of: { ...ofGoogle, page: 1 } }),
    },
    { name: 'source, change', modal: changeSourceModal(source) },
    { name: 'source, merge', modal: mergeSourceModal({ thing, name: google.name }) },
    {
      name: 'source, split',
      modal: splitSourceModal({ thing, name: google.name, spellings: google.spellings }),
    },
    {
      name: 'source, split one of twelve',
      modal: splitSourceModal({
        ...{ thing, name: google.name },
        spellings: Array.from({ length: 12 }, (_, n) => ({ key: `${n}`, text: said(`Messe ${n}`) })),
      }),
    },
    { name: 'campaign, change', modal: changeCampaignModal(campaign) },
    {
      name: 'campaign, change, nothing known',
      modal: changeCampaignModal({ ...campaign, owner: null, brief: null, startsOn: null, endsOn: null }),
    },
    {
      name: 'campaigns, which are the same',
      modal: chooseAlikeModal({ alike: { ...alike, others: [...alike.others] }, names }),
    },
    ...alertEntries(said),
    { name: 'source changes', modal: sourceChangesModal(list) },
    { name: 'source changes, none', modal: sourceChangesModal(NOBODY) },
  ];
}

function alertEntries(said: Said): GalleryEntry[] {
  const alert: SourceAlert = {
    ...{ id: 'source_alert_1' as SourceAlertId, kind: 'silent', sourceId: SOURCE_ONE as SourceId },
    ...{ since: '2026-11-12', perWeek: 5, minor: null, currency: null, told: MIA },
    ...{ toldAt: ARRIVED, endedAt: null },
  };
  const source = said('Google Ads');
  const spent = { ...alert, kind: 'money' as const, perWeek: null, minor: 120_000, currency: 'EUR' };
  return [
    { name: 'source, silent', message: sourceAlert({ alert, source }) },
    { name: 'source, seldom, silent', message: sourceAlert({ alert: { ...alert, perWeek: 0.5 }, source }) },
    { name: 'source, money without leads', message: sourceAlert({ alert: spent, source }) },
  ];
}

const NO_QUESTIONS = { alikeSources: [], alikeCampaigns: [], guesses: [], changes: [] };

const money = (minor: number) => ({ minor, currency: 'EUR' });

const spelled = (...texts: string[]) => texts.map((text) => ({ key: text, text, isId: /^\d+$/.test(text) }));

function listOf(said: Said): SourceList {
  const source = (id: string, name: string, changes: Partial<ListedSource> = {}): ListedSource => ({
    ...{ id: id as SourceId, name: said(name), owner: null, leads: 0, spend: null },
    spellings: spelled(said(name)),
    ...changes,
  });
  const google = source('source_1', 'Google Ads', {
    ...{ leads: 388, spend: money(2_140_000), owner: MIA },
    spellings: spelled(said('Google Ads'), said('AdWords'), said('google / cpc')),
  });
  const webinar = source('source_2', 'Webinar', { leads: 412, spend: money(820_000), owner: MIA });
  const typo = source('source_3', 'Gogle Ads', { leads: 3 });
  const campaign = (id: string, name: string, changes: Partial<ListedCampaign> = {}): ListedCampaign => ({
    ...source(id, name),
    ...{ id: id as CampaignId, sourceId: google.id, brief: null, startsOn: null, endsOn: null },
    ...changes,
  });
  const hotels = campaign('campaign_1', 'Hotels winter', {
    ...{ leads: 200, spend: money(1_200_000), owner: MIA, startsOn: '2026-11-01', endsOn: '2027-02-28' },
    brief: said('Houses with five properties and more, before the season.'),
    spellings: spelled(said('Hotels winter'), '20999888777'),
  });
  const misspelled = ['Hotles winter', 'Hotels wintr', 'Hotel winter'].map((name, n) =>
    campaign(`campaign_${n + 2}`, name, { leads: 3 - n }),
  );
  const orphan = campaign('campaign_9', 'Spring fair', { sourceId: null, leads: 4, startsOn: '2026-11-01' });
  return {
    sources: [webinar, google, typo],
    campaigns: [hotels, ...misspelled, orphan],
    alikeSources: [{ into: google, others: [typo] }],
    alikeCampaigns: [{ into: hotels, others: misspelled }],
    guesses: [
      {
        key: said('zoomwebinar'),
        text: said('zoom-webinar'),
        leads: 3,
        source: { id: webinar.id, name: webinar.name },
      },
    ],
    changes: [
      {
        ...{ id: 'change_2', at: ARRIVED, by: MIA },
        what: [
          {
            what: { code: 'source', did: 'merged', name: said('Google Ads') },
            before: { labels: [said('Google Ads'), said('AdWords')] },
            after: { labels: [said('Google Ads')] },
          },
        ],
      },
      {
        ...{ id: 'change_1', at: ARRIVED, by: 'import' },
        what: [
          {
            what: { code: 'source', did: 'renamed', name: said('Webinare') },
            before: said('Webinare'),
            after: said('Webinar'),
          },
        ],
      },
    ],
    timezone: SETTINGS.timezone,
  };
}

function numbered(said: Said, n: number): ListedSource {
  const name = said(`Messe ${n + 1}`);
  return {
    ...{ id: `source_${n}` as SourceId, name, owner: null, leads: 40 - n, spend: null },
    spellings: spelled(name),
  };
}

function withCampaigns(list: SourceList): SourceList {
  const [first] = list.campaigns;
  const campaigns = Array.from({ length: 40 }, (_, n) => ({
    ...(first as ListedCampaign),
    id: `campaign_${n}` as CampaignId,
  }));
  return { ...list, campaigns };
}
