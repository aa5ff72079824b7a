/** `/tango spend`: what marketing and sales spent, for marketing and managers. */
import type { ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { PersonId } from '../../../domain/team/actor.ts';
import { readDays } from '../../../reading/dates/days.ts';
import { browseLedger, loadLedgerEntry, prepareSpendForm } from '../../../usecases/money/browse-ledger.ts';
import { withdrawFromLedger } from '../../../usecases/money/ledger.ts';
import { suggestCampaigns } from '../../../usecases/money/suggest-campaigns.ts';
import { findOverlap, type TellSpend, tellSpend } from '../../../usecases/money/tell-spend.ts';
import {
  ledgerPage,
  SPEND,
  SPEND_FIELD,
  SPEND_MODAL,
  spendFormKey,
  spendKey,
  spendMenuValue,
  WITHDRAWN,
} from '../../action-ids.ts';
import { newSourceOption, sourceOption } from '../../views/lead/source-option.ts';
import { spendRecordedModal, spendWithdrawModal } from '../../views/spend/spend-entry-modals.ts';
import { spendFormModal } from '../../views/spend/spend-form-modal.ts';
import { SPEND_SHOWN, spendListModal } from '../../views/spend/spend-list-modal.ts';
import { checked } from '../edge/checked.ts';
import type { Click } from '../edge/click.ts';
import type { Command } from '../edge/command.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosen, type FormValues, ticked, typed } from '../edge/form-values.ts';
import { keepFilled } from '../edge/keep-filled.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { Typed } from '../edge/options.ts';
import type { Listeners } from '../edge/table.ts';
import { offerSources } from '../lead/offer-sources.ts';

const spendForm = onForm({
  callbackId: SPEND_MODAL.form,
  key: spendFormKey,
  submit: submitSpend,
  scene: ({ ctx }, { person, key }) => prepareSpendForm(ctx, person, key),
  draw: (scene, { notice, values }) =>
    spendFormModal({ ...scene, notice, asksOverlap: values[SPEND_FIELD.overlap] !== undefined }),
  blockOf: (field) => (field === 'source' || field === 'campaign' ? SPEND_FIELD[field] : field),
});

const withdrawForm = onForm({
  callbackId: SPEND_MODAL.withdraw,
  key: spendKey,
  submit: submitWithdrawal,
  scene: loadEntry,
  draw: (scene, { notice }) => spendWithdrawModal(scene, notice),
});

export const SPEND_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: {
    [SPEND.open]: openSpend,
    [SPEND.add]: openAdd,
    [SPEND.menu]: onMenu,
    [SPEND.pageBack]: turnList,
    [SPEND.pageOn]: turnList,
    [SPEND.shown]: turnList,
    [SPEND.withdraw]: openWithdraw,
  },
  forms: [spendForm, withdrawForm],
  lists: [
    {
      callbackId: SPEND_MODAL.list,
      turnedBy: [SPEND.pageBack, SPEND.pageOn, SPEND.shown],
      draw: drawList,
    },
    { callbackId: SPEND_MODAL.recorded, draw: drawRecorded },
  ],
  options: { [SPEND_FIELD.source]: offerSources, [SPEND_FIELD.campaign]: offerCampaigns },
};

/** Slack takes a hundred; the last is for a new one. */
const OFFERED = 99;

async function offerCampaigns({ ctx }: ListenerDeps, { person, text }: Typed): Promise<PlainTextOption[]> {
  const { known, unknown } = await suggestCampaigns(ctx, person, text);
  const shown = known.slice(0, OFFERED).map(sourceOption);
  return unknown === null ? shown : [...shown, newSourceOption(unknown, 'campaign')];
}

/** By command, or from Home. */
export async function openSpend(
  deps: ListenerDeps,
  { person, triggerId }: Pick<Command, 'person' | 'triggerId'>,
): Promise<void> {
  await deps.slack.openView(triggerId, await drawList(deps, person, ''));
}

/** The last page, where what it showed has become fewer. */
async function drawList({ ctx }: ListenerDeps, person: PersonId, text: string): Promise<ModalView> {
  const { page, isWhole } = ledgerPage.decode(text);
  const load = (page: number) =>
    browseLedger(ctx, { person, isWhole, offset: page * SPEND_SHOWN, limit: SPEND_SHOWN });
  const found = await load(page);
  if (found.entries.length > 0 || page === 0) return spendListModal(found, { page, isWhole });
  const last = Math.max(0, Math.ceil(found.total / SPEND_SHOWN) - 1);
  return spendListModal(await load(last), { page: last, isWhole });
}

async function turnList(deps: ListenerDeps, { person, value = '', modal }: Click): Promise<void> {
  if (modal) await deps.slack.updateView(modal.id, await drawList(deps, person, value));
}

async function drawRecorded({ ctx }: ListenerDeps, person: PersonId, key: string): Promise<ModalView> {
  return spendRecordedModal(await loadLedgerEntry(ctx, person, spendKey.decode(key)));
}

async function openAdd({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  await slack.openView(triggerId, spendFormModal(await prepareSpendForm(ctx, person, null)));
}

async function onMenu(deps: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const { choice, id } = spendMenuValue.decode(value);
  const view =
    choice === 'correct'
      ? spendFormModal(await prepareSpendForm(deps.ctx, person, id))
      : spendWithdrawModal(await loadLedgerEntry(deps.ctx, person, id));
  await deps.slack.openView(triggerId, view);
}

async function openWithdraw(
  { ctx, slack }: ListenerDeps,
  { person, value = '', triggerId }: Click,
): Promise<void> {
  await slack.openView(
    triggerId,
    spendWithdrawModal(await loadLedgerEntry(ctx, person, spendKey.decode(value))),
  );
}

function loadEntry({ ctx }: ListenerDeps, { person, key }: FilledForm<string>) {
  return loadLedgerEntry(ctx, person, key);
}

async function submitSpend(
  { ctx }: ListenerDeps,
  { person, key, values }: FilledForm<string | null>,
): Promise<ModalView> {
  const scene = await prepareSpendForm(ctx, person, key);
  const spend: TellSpend = { by: person, corrects: key, ...readSpend(values, scene.today) };
  const overlap = spend.overlap === 'ask' ? await findOverlap(ctx, spend) : null;
  if (overlap) return keepFilled(spendFormModal({ ...scene, overlap }), values);
  const id = await tellSpend(ctx, spend);
  return spendRecordedModal(await loadLedgerEntry(ctx, person, id));
}

const SpendForm = z.object({
  side: z.enum(['marketing', 'sales']).nullable(),
  overlap: z.enum(['replace', 'add', 'ask'], 'Please choose one.'),
  source: z.string().max(300).nullable(),
  campaign: z.string().max(200).nullable(),
});

function readSpend(values: FormValues, today: string): Pick<TellSpend, 'told' | 'overlap'> {
  const isAsked = values[SPEND_FIELD.overlap] !== undefined;
  const { overlap, ...told } = checked(SpendForm, {
    side: chosen(values, SPEND_FIELD.side),
    overlap: isAsked ? chosen(values, SPEND_FIELD.overlap) : 'ask',
    source: chosen(values, SPEND_FIELD.source),
    campaign: chosen(values, SPEND_FIELD.campaign),
  });
  return {
    overlap,
    told: {
      ...told,
      note: typed(values, SPEND_FIELD.note),
      amount: typed(values, SPEND_FIELD.amount),
      currency: chosen(values, SPEND_FIELD.currency),
      days: readDays(typed(values, SPEND_FIELD.days) ?? '', today),
    },
  };
}

async function submitWithdrawal(
  { ctx }: ListenerDeps,
  { person, key, values }: FilledForm<string>,
): Promise<void> {
  const what = [chosen(values, SPEND_FIELD.what), ...ticked(values, SPEND_FIELD.what)];
  if (!what.includes(WITHDRAWN.batch)) return withdrawFromLedger(ctx, key, person);
  const { entry } = await loadLedgerEntry(ctx, person, key);
  await withdrawFromLedger(ctx, entry.batch ?? key, person);
}
