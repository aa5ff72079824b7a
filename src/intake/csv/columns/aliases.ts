import type { Layout } from './layout.ts';

/** Headers that other programs write, in lower case without punctuation; of two in one file the earlier in the list counts. */
type Aliases = Readonly<Record<string, readonly string[]>>;

const LEAD_ID = ['externalid', 'mqlid', 'leadid', 'recordid', 'contactid', 'submissionid', 'reference', 'id'];
const SOURCE = ['source', 'origin', 'leadsource', 'originalsource', 'utmsource', 'channel', 'platform'];
const CAMPAIGN = ['campaign', 'campaignname', 'utmcampaign'];
const CURRENCY = ['currency', 'currencycode'];
/** A file of deals with one of these and no outcome column is a file of won deals. */
export const WON_DATES = ['wondate', 'wonat', 'closedwondate', 'datewon'];

const LEAD_ALIASES: Aliases = {
  source: SOURCE,
  externalId: LEAD_ID,
  campaign: CAMPAIGN,
  name: ['name', 'fullname', 'leadname', 'contactname', 'contact'],
  email: ['email', 'emailaddress', 'workemail', 'businessemail', 'mail'],
  phone: ['phone', 'phonenumber', 'telephone', 'mobile', 'mobilephone', 'tel'],
  company: ['company', 'companyname', 'organisation', 'organization', 'account', 'accountname', 'employer'],
  title: ['title', 'jobtitle', 'position', 'role'],
  segment: ['segment', 'businesssegment', 'industry', 'vertical'],
  region: ['region', 'territory', 'country'],
  companySize: ['companysize', 'employees', 'numberofemployees', 'headcount'],
  message: ['message', 'comment', 'comments', 'enquiry', 'inquiry'],
  reason: ['reason', 'whypassedon'],
  priority: ['priority'],
  receivedAt: [
    'receivedat',
    'received',
    'firstcontactdate',
    'submittedat',
    'submissiondate',
    'createdat',
    'createdtime',
    'createddate',
    'createdate',
    'created',
    'timestamp',
    'date',
  ],
};

/** `lead_id` in a file of deals is the sender's own id, as in the file of its leads; ours is called exactly leadId. */
const OUTCOME_ALIASES: Aliases = {
  externalId: LEAD_ID,
  source: SOURCE,
  outcome: ['outcome', 'result', 'dealstage', 'dealstatus', 'status'],
  value: ['value', 'declaredmonthlyrevenue', 'dealvalue', 'dealamount', 'amount', 'revenue'],
  currency: CURRENCY,
  at: ['at', ...WON_DATES, 'closedate', 'closeddate', 'closedat', 'date'],
  reason: ['reason', 'lostreason', 'closedlostreason'],
};

const SPEND_ALIASES: Aliases = {
  side: ['side'],
  source: SOURCE,
  campaign: CAMPAIGN,
  campaignId: ['campaignid'],
  from: ['from', 'fromdate', 'startdate', 'start', 'reportingstarts', 'date', 'day'],
  to: ['to', 'todate', 'enddate', 'end', 'reportingends'],
  amount: ['amount', 'amountspent', 'spend', 'spent', 'adspend', 'cost', 'costs'],
  currency: CURRENCY,
};

export const ALIASES: Readonly<Record<Layout['noun'], Aliases>> = {
  leads: LEAD_ALIASES,
  outcomes: OUTCOME_ALIASES,
  spend: SPEND_ALIASES,
};

/** "E-mail Address" and "email_address" are the same header. */
export function normalized(header: string): string {
  return header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
