import type { CampaignWeek, MarketerHome, Page } from '../../domain/home.ts';
import { type Cohort, isQualified, isRejected } from '../../domain/scorecard/cohort.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { findRequestsBy } from '../../store/insight/open-requests.ts';
import { findLeads } from '../../store/lead/lead.ts';
import { findReturned } from '../../store/lead/listed-leads.ts';
import { listRejectReasons } from '../../store/reject-reason/reject-reason.ts';
import { findStoriesInState } from '../../store/story/story.ts';
import type { HomeScene } from './scene.ts';

const CAMPAIGNS_SHOWN = 6;
const LEADS_SHOWN = 3;
const STORIES_SHOWN = 2;
const REQUESTS_SHOWN = 5;

export async function marketerHome(scene: HomeScene, week: Cohort): Promise<MarketerHome> {
  const { tx, person } = scene;
  const anybody = { toldBy: null, limit: STORIES_SHOWN };
  return {
    role: 'marketer',
    campaigns: byCampaign(week),
    returned: await returned(scene),
    told: await findStoriesInState(tx, 'told', anybody),
    accepted: await findStoriesInState(tx, 'accepted', anybody),
    requests: await findRequestsBy(tx, person, REQUESTS_SHOWN),
  };
}

/** The busiest first. */
function byCampaign({ leads }: Cohort): Page<CampaignWeek> {
  const weeks = new Map<string | null, CampaignWeek>();
  for (const lead of leads) {
    const week = weeks.get(lead.campaign) ?? { name: lead.campaign, leads: 0, qualified: 0, rejected: 0 };
    week.leads += 1;
    if (isQualified(lead)) week.qualified += 1;
    if (isRejected(lead)) week.rejected += 1;
    weeks.set(lead.campaign, week);
  }
  const busiest = [...weeks.values()].sort((a, b) => b.leads - a.leads);
  return { shown: busiest.slice(0, CAMPAIGNS_SHOWN), count: busiest.length };
}

async function returned({ tx, person, settings }: HomeScene): Promise<MarketerHome['returned']> {
  const { ids, count } = await findReturned(tx, LEADS_SHOWN);
  const reasons = new Map((await listRejectReasons(tx)).map(({ code, label }) => [code, label]));
  const shown = (await findLeads(tx, ids)).map((lead) => ({
    lead: leadFor(person, lead, settings),
    reasonLabel: (lead.rejection && reasons.get(lead.rejection.reason)) ?? null,
  }));
  return { shown, count };
}
