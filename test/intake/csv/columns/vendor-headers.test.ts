/**
 * What the exports of other programs call their columns: each reaches its field, or is kept with the lead because it is none of ours. `from` is
 * the public page or file where the names were read, or says that they are written from memory; `null` is kept.
 */
import { expect, it } from 'vitest';
import { EXTRA, LEADS, OUTCOMES } from '../../../../src/intake/csv/columns/layout.ts';
import { matchColumns } from '../../../../src/intake/csv/columns/match-columns.ts';

interface Export {
  program: string;
  from: string;
  columns: Record<string, string | null>;
}

const MEMORY = 'from memory';

const EXPORTS: readonly Export[] = [
  {
    program: 'HubSpot, contacts',
    from: 'https://wildandfreetools.com/blog/format-csv-for-hubspot-contact-import',
    columns: {
      ...{ 'First name': 'firstName', 'Last name': 'lastName', 'Email address': 'email' },
      ...{ 'Phone number': 'phone', 'Mobile phone number': null, 'Job title': 'title' },
      ...{ 'Company name': 'company', 'Website URL': null, City: null, 'State/Region': null },
      ...{ 'Country/Region': 'region', 'Zip code': null, 'LinkedIn Bio': null },
      ...{ 'Lifecycle stage': null, 'Lead status': 'status' },
    },
  },
  {
    program: 'HubSpot, contacts by the labels of their properties',
    from: 'https://github.com/hairsolutionsco/automations_hub, hubspot/objects/contacts/properties.md',
    columns: {
      ...{ 'Record ID': 'externalId', 'First Name': 'firstName', 'Company Name': 'company', Email: 'email' },
      ...{ 'Country/Region': 'region', City: null, 'Contact owner': 'owner', 'Last Activity Date': null },
      ...{ 'Lead Status': 'status', 'Lifecycle Stage': null, 'Marketing contact status': null },
      ...{ 'Create Date': 'receivedAt', 'Object create date/time': null, 'Last Contacted': null },
      ...{ 'Original Traffic Source': 'source', 'Latest Traffic Source': null, 'Record source': null },
      ...{ 'Number of Employees': 'companySize', 'Close Date': 'closedAt', 'Owner assigned date': null },
      ...{ 'First outreach date': 'contactedAt', 'Recent Deal Amount': null, 'HubSpot Team': null },
      ...{ 'Primary Associated Company ID': null, 'Number of Associated Deals': null, 'Time Zone': null },
    },
  },
  {
    program: 'HubSpot, contacts as exported',
    from: MEMORY,
    columns: {
      ...{ 'Record ID - Contact': 'externalId', 'First Name': 'firstName', 'Last Name': 'lastName' },
      ...{ Email: 'email', 'Phone Number': 'phone', 'Contact owner': 'owner' },
      ...{ 'Last Activity Date': null, 'Lead Status': 'status', 'Marketing contact status': null },
      ...{ 'Create Date': 'receivedAt', 'Associated Company': 'company', 'Associated Company IDs': null },
      ...{ 'Original Source': 'source', 'Job Title': 'title', Industry: 'segment' },
      ...{ 'Number of Employees': 'companySize', Message: 'message' },
    },
  },
  {
    program: 'Salesforce, leads and contacts',
    from: 'https://github.com/salesagility/SuiteCRM, modules/Import/maps/ImportMapSalesforce.php',
    columns: {
      ...{ 'First Name': 'firstName', 'Last Name': 'lastName', 'Account Name': 'company', Phone: 'phone' },
      ...{ Mobile: null, 'Home Phone': null, 'Other Phone': null, Fax: null, Email: 'email' },
      ...{
        'Lead Source': 'source',
        Description: null,
        Birthdate: null,
        Assistant: null,
        'Asst. Phone': null,
      },
      ...{ 'Mailing Street': null, 'Mailing City': null, 'Mailing State': null, 'Mailing Country': 'region' },
      ...{ 'Mailing Zip/Postal Code': null, 'Email Opt Out': null, 'Do Not Call': null },
    },
  },
  {
    program: 'Salesforce, a report of leads',
    from: MEMORY,
    columns: {
      ...{ 'Lead ID': 'externalId', 'First Name': 'firstName', 'Last Name': 'lastName', Title: 'title' },
      ...{ 'Company / Account': 'company', Email: 'email', Phone: 'phone', Mobile: null, Street: null },
      ...{ City: null, 'State/Province': null, 'Zip/Postal Code': null, Country: 'region' },
      ...{ 'Lead Source': 'source', Industry: 'segment', 'No. of Employees': 'companySize', Rating: null },
      ...{ 'Lead Owner': 'owner', 'Lead Status': 'status', 'Create Date': 'receivedAt' },
      ...{ 'Most Recent Campaign': 'campaign', 'Annual Revenue': null, Website: null, Converted: null },
    },
  },
  {
    program: 'Salesforce, leads by the labels of their fields',
    from: 'https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Lead.htm',
    columns: {
      ...{ 'Lead ID': 'externalId', 'Full Name': 'name', Company: 'company', Email: 'email', City: null },
      ...{
        'Mobile Phone': 'phone',
        Fax: null,
        Country: 'region',
        Industry: 'segment',
        Employees: 'companySize',
      },
      ...{
        'Lead Source': 'source',
        'Created Date': 'receivedAt',
        'Last Modified Date': null,
        Converted: null,
      },
      ...{ 'Converted Date': 'qualifiedAt', 'Converted Account ID': null, 'Converted Contact ID': null },
      ...{ 'Converted Opportunity ID': null, 'Created By ID': null, 'Annual Revenue': null, Deleted: null },
      ...{ 'Last Activity': null, 'Master Record ID': null, 'Unread By Owner': null },
    },
  },
  {
    program: 'Salesforce, by its own field names',
    from: 'https://developer.salesforce.com/docs/industries/automotive/guide/sales-lead-resource-mapping.html',
    columns: {
      ...{ Id: 'externalId', FirstName: 'firstName', LastName: 'lastName', Company: 'company' },
      ...{ Title: 'title', City: null, Country: 'region', Description: null, Email: 'email' },
      ...{ LeadSource: 'source', NumberOfEmployees: 'companySize', Status: 'status', Salutation: null },
    },
  },
  {
    program: 'Pipedrive, people',
    from: 'https://getcapt.com/blog/pipedrive-import-csv',
    columns: {
      ...{ 'Person - Name': 'name', 'Person - Email': 'email', 'Person - Phone': 'phone' },
      ...{ 'Organization - Name': 'company', 'Person - Label': null, 'Person - Note': null },
    },
  },
  {
    program: 'Pipedrive, leads as exported',
    from: 'https://github.com/geek247-amzo/sti-risk-os, scripts/import-pipedrive.mjs',
    columns: {
      ...{ 'Lead - ID': 'externalId', 'Lead - Title': null, 'Lead - Contact person': 'name' },
      ...{
        'Lead - Contact person ID': null,
        'Lead - Organization': 'company',
        'Lead - Organization ID': null,
      },
      ...{ 'Lead - Owner': 'owner', 'Lead - Creator': null, 'Lead - Next activity date': null },
      ...{ 'Lead - Lead created': 'receivedAt', 'Lead - Update time': null, 'Lead - Value': 'value' },
    },
  },
  {
    program: 'Pipedrive, leads with more columns',
    from: MEMORY,
    columns: {
      ...{ 'Lead - ID': 'externalId', 'Lead - Contact person': 'name' },
      ...{ 'Lead - Source': 'source', 'Lead - Source channel': null, 'Lead - Label': null },
      ...{ 'Lead - Lead created on': 'receivedAt' },
      ...{
        'Person - Email - Work': 'email',
        'Person - Email - Home': null,
        'Person - Phone - Work': 'phone',
      },
      ...{ 'Person - Phone - Mobile': null, 'Person - Title': 'title' },
    },
  },
  {
    program: 'Zoho CRM, leads',
    from: 'https://help.crmforyourbusiness.com/portal/kb/articles/standard-fields-leads',
    columns: {
      ...{ 'Lead Owner': 'owner', Salutation: null, 'First Name': 'firstName', Title: 'title' },
      ...{ 'Last Name': 'lastName', Company: 'company', 'Lead Source': 'source', Industry: 'segment' },
      ...{ 'Annual Revenue': null, Phone: 'phone', Mobile: null, Fax: null, Email: 'email' },
      ...{
        'Secondary Email': null,
        'Skype ID': null,
        'Web site': null,
        'Lead Status': 'status',
        Rating: null,
      },
      ...{
        'No. of Employees': 'companySize',
        'Email Opt-out': null,
        'Created By': null,
        'Modified By': null,
      },
    },
  },
  {
    program: 'Mailchimp, an audience',
    from: 'https://github.com/buren/honey_format, spec/honey_format/csv_spec.rb',
    columns: {
      ...{
        'Email Address': 'email',
        'First Name': 'firstName',
        'Last Name': 'lastName',
        MEMBER_RATING: null,
      },
      ...{ OPTIN_TIME: 'receivedAt', OPTIN_IP: null, CONFIRM_TIME: null, CONFIRM_IP: null, LATITUDE: null },
      ...{ LONGITUDE: null, GMTOFF: null, DSTOFF: null, TIMEZONE: null, CC: null, REGION: 'region' },
      ...{ LAST_CHANGED: null, LEID: 'externalId', EUID: null, NOTES: null },
    },
  },
  {
    program: 'LinkedIn, connections',
    from: 'https://github.com/flashesofbrilliance/linkedin-connections-toolkit, sample_connections.csv',
    columns: {
      ...{ 'First Name': 'firstName', 'Last Name': 'lastName', URL: null, 'Email Address': 'email' },
      ...{ Company: 'company', Position: 'title', 'Connected On': 'receivedAt' },
    },
  },
  {
    program: 'LinkedIn, leads of a form',
    from: MEMORY,
    columns: {
      ...{ 'Lead ID': 'externalId', 'Submitted Date': 'receivedAt', 'Campaign Name': 'campaign' },
      ...{ 'Form Name': null, 'First Name': 'firstName', 'Last Name': 'lastName', 'Work Email': 'email' },
      ...{ 'Phone Number': 'phone', 'Job Title': 'title', 'Company Name': 'company', Industry: 'segment' },
      ...{ 'Company Size': 'companySize', 'Country/Region': 'region', 'Creative ID': null },
    },
  },
  {
    program: 'Apollo, contacts by their default fields',
    from: 'https://knowledge.apollo.io/hc/en-us/articles/20336914916365-Follow-Apollo-s-Recommended-Default-Field-Mapping',
    columns: {
      ...{ 'First Name': 'firstName', 'Last Name': 'lastName', 'Company Name': 'company' },
      ...{ 'Primary Title': 'title', Email: 'email', 'Person LinkedIn Profile': null, City: null },
      ...{ State: null, Country: 'region' },
    },
  },
  {
    program: 'Apollo, contacts as exported',
    from: 'https://github.com/coding-cooking/csv_transformer, transformer.py, and https://github.com/sarthakjdev/apollo-to-listmonk-csv, index.js',
    columns: {
      ...{ 'First Name': 'firstName', 'Last Name': 'lastName', Title: 'title', Company: 'company' },
      ...{ 'Company Name for Emails': null, Email: 'email', 'Email Status': null, 'Email Confidence': null },
      ...{ Seniority: null, Departments: null, 'Contact Owner': 'owner', 'First Phone': null },
      ...{ 'Work Direct Phone': null, 'Home Phone': null, 'Mobile Phone': 'phone', 'Corporate Phone': null },
      ...{ 'Other Phone': null, Stage: 'status', Lists: null, 'Last Contacted': null, 'Account Owner': null },
      ...{ '# Employees': 'companySize', Industry: 'segment', Keywords: null, 'Person Linkedin Url': null },
      ...{ Website: null, City: null, State: null, Country: 'region', 'Company Address': null },
      ...{ 'Company City': null, 'Company Country': null, 'Company Phone': null, Technologies: null },
      ...{ 'Annual Revenue': null, 'Total Funding': null, 'Latest Funding Amount': null, 'Email Sent': null },
      ...{ Replied: null, Demoed: null, 'Apollo Contact Id': 'externalId', 'Apollo Account Id': null },
      ...{ 'User Managed': null, 'Primary Intent Topic': null },
    },
  },
  {
    program: 'Meta lead ads',
    from: 'https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving, and the head of a real export',
    columns: {
      ...{ id: 'externalId', created_time: 'receivedAt', ad_id: null, ad_name: null, adset_id: null },
      ...{
        adset_name: null,
        campaign_id: 'campaignId',
        campaign_name: 'campaign',
        form_id: null,
        form_name: null,
      },
      ...{ is_organic: null, platform: null, full_name: 'name', phone_number: 'phone', email: 'email' },
      ...{ inbox_url: null, lead_status: 'status' },
    },
  },
  {
    program: 'Google Ads, lead forms',
    from: 'https://developers.google.com/google-ads/webhook/docs/implementation',
    columns: {
      ...{ lead_id: 'externalId', form_id: null, campaign_id: 'campaignId', gcl_id: null, adgroup_id: null },
      ...{ creative_id: null, lead_submit_time: 'receivedAt', FULL_NAME: 'name', EMAIL: 'email' },
      ...{ PHONE_NUMBER: 'phone', COMPANY_NAME: 'company', JOB_TITLE: 'title', COUNTRY: 'region' },
    },
  },
  {
    program: 'Typeform, responses',
    from: 'https://github.com/ShapeOfMatter/Typeform-csv-parser, typeform_csv_parser.py',
    columns: {
      ...{ '#': null, 'What is your name?': 'name', 'Start Date (UTC)': null },
      ...{ 'Submit Date (UTC)': 'receivedAt', 'Network ID': null },
    },
  },
  {
    program: 'Typeform, responses as they are downloaded today',
    from: MEMORY,
    columns: {
      ...{ '#': null, 'What is your name?': 'name', 'What’s your work email?': 'email' },
      ...{ 'Which company do you work for?': 'company', 'Response Type': null, 'Start Date (UTC)': null },
      ...{ 'Stage Date (UTC)': null, 'Submit Date (UTC)': 'receivedAt', 'Network ID': null, Tags: null },
    },
  },
  {
    program: 'Eventbrite, attendees',
    from: 'the head of a real export',
    columns: {
      ...{ 'Order #': null, 'Order Date': 'receivedAt', 'First Name': 'firstName', 'Last Name': 'lastName' },
      ...{
        Email: 'email',
        Quantity: null,
        'Price Tier': null,
        'Ticket Type': null,
        'Attendee #': 'externalId',
      },
      ...{
        Group: null,
        'Order Type': null,
        Currency: 'currency',
        'Total Paid': null,
        'Attendee Status': null,
      },
      ...{ 'Home Address 1': null, 'Home City': null, 'Home Country': 'region', 'Job Title': 'title' },
      ...{ Company: 'company', 'How did you hear about this event?': null },
    },
  },
  {
    program: 'Outlook',
    from: 'https://github.com/michalbe/csv2vcard, README.md',
    columns: {
      ...{
        Title: null,
        'First Name': 'firstName',
        'Middle Name': null,
        'Last Name': 'lastName',
        Suffix: null,
      },
      ...{ 'Given Name Yomi': null, 'Family Name Yomi': null, 'Home Street': null, 'Home City': null },
      ...{ 'Home Country': null, Company: 'company', Department: null, 'Job Title': 'title' },
      ...{ 'Office Location': null, 'Business Street': null, 'Business Country': 'region' },
      ...{ 'Other Country': null, "Assistant's Phone": null, 'Business Fax': null, 'Business Phone': null },
      ...{
        'Business Phone 2': null,
        'Company Main Phone': null,
        'Home Phone': null,
        'Mobile Phone': 'phone',
      },
      ...{ 'Other Phone': null, 'Primary Phone': null, Birthday: null, 'E-mail Address': 'email' },
      ...{ 'E-mail Type': null, 'E-mail 2 Address': null, Notes: null, Spouse: null, 'Web Page': null },
    },
  },
  {
    program: 'Excel, and Outlook on a desk',
    from: MEMORY,
    columns: {
      ...{ Title: null, 'First Name': 'firstName', 'Last Name': 'lastName', Company: 'company' },
      ...{ 'Job Title': 'title', 'Business Country/Region': 'region', 'Business Phone': null },
      ...{ 'Mobile Phone': 'phone', 'E-mail Address': 'email' },
    },
  },
  {
    program: 'Google Contacts, until 2024',
    from: 'https://github.com/mtrazzi/gmail-to-google-contacts, google_contacts.csv',
    columns: {
      ...{ Name: 'name', 'Given Name': 'firstName', 'Additional Name': null, 'Family Name': 'lastName' },
      ...{ 'Yomi Name': null, 'Given Name Yomi': null, 'Name Prefix': null, Nickname: null, Birthday: null },
      ...{ Gender: null, Location: null, Occupation: null, Subject: null, Notes: null, Language: null },
      ...{ 'Group Membership': null, 'E-mail 1 - Type': null, 'E-mail 1 - Value': 'email' },
      ...{ 'E-mail 2 - Value': null, 'Phone 1 - Type': null, 'Phone 1 - Value': 'phone' },
      ...{ 'Phone 2 - Value': null, 'Address 1 - Street': null, 'Address 1 - Region': null },
      ...{ 'Address 1 - Country': 'region', 'Organization 1 - Name': 'company' },
      ...{ 'Organization 1 - Title': 'title', 'Organization 1 - Department': null },
    },
  },
  {
    program: 'Google Contacts',
    from: MEMORY,
    columns: {
      ...{ 'First Name': 'firstName', 'Last Name': 'lastName', 'Organization Name': 'company' },
      ...{ 'Organization Title': 'title', 'Organization Department': null, 'E-mail 1 - Label': null },
      ...{ 'E-mail 1 - Value': 'email', 'E-mail 2 - Value': null, 'Phone 1 - Label': null },
      ...{ 'Phone 1 - Value': 'phone', 'Address 1 - Country': 'region', Labels: null, Notes: null },
    },
  },
];

it.each(EXPORTS)('$program', ({ columns, from }) => {
  expect(from).toMatch(/^(https:\/\/|from memory$|the head of a real export$)/);
  const header = Object.keys(columns);
  const plan = matchColumns(header, LEADS, { map: {}, set: { source: 'A list' } });
  const fieldOf = new Map([...plan.columns].map(([field, index]) => [header[index], field]));
  const read = Object.fromEntries(header.map((name) => [name, fieldOf.get(name)]));
  const wanted = Object.entries(columns).map(([name, field]) => {
    // A source that is said for all rows leaves the file's own among what is kept.
    const isOurs = field !== null && field in LEADS.fields && field !== 'source';
    return [name, isOurs ? field : `${EXTRA}${name}`];
  });
  expect(read).toEqual(Object.fromEntries(wanted));
});

it.each(EXPORTS.filter(({ columns }) => Object.values(columns).includes('source')))(
  '$program: its source',
  ({ columns }) => {
    const header = Object.keys(columns);
    const plan = matchColumns(header, LEADS, { map: {}, set: {} });
    expect(columns[header[plan.columns.get('source') ?? -1] ?? '']).toBe('source');
  },
);

const DEALS: readonly Export[] = [
  {
    program: 'HubSpot',
    from: 'https://github.com/toofanCodes/hubspotdummydata, huspotDummyData.py',
    columns: {
      ...{ 'Deal ID': 'dealId', 'Deal Name': null, 'Deal Stage': 'outcome', Pipeline: null, Amount: 'value' },
      ...{ 'Close Date': 'at', 'Create Date': null, 'Deal Owner': null, 'Deal Type': null },
      ...{ 'Closed Lost Reason': 'reason', 'Associated Company Domain': 'website' },
      ...{ 'Associated Contact Email': 'email' },
    },
  },
  {
    program: 'HubSpot, with what it says beside the stage',
    from: 'https://github.com/hairsolutionsco/automations_hub, hubspot/objects/deals/properties.md; the ids from memory',
    columns: {
      ...{ 'Record ID': 'dealId', 'Deal Name': null, 'Deal Stage': 'outcome', 'Close Date': 'at' },
      ...{ 'Create Date': null, 'Date entered current stage': null, 'Is Closed Won': 'isWon' },
      ...{ 'Is Deal Closed?': 'isClosed', 'Is closed lost': null, 'Associated Contact IDs': 'externalId' },
    },
  },
  {
    program: 'Salesforce, opportunities by the labels of their fields',
    from: 'https://developer.salesforce.com/docs/atlas.en-us.228.0.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Opportunity.htm',
    columns: {
      ...{ 'Opportunity ID': 'dealId', 'Account ID': null, Amount: 'value', 'Campaign ID': null },
      ...{
        'Close Date': 'at',
        Closed: 'isClosed',
        Won: 'isWon',
        'Contact ID': 'externalId',
        Stage: 'outcome',
      },
      ...{ 'Created Date': null, Description: null, 'Fiscal Year': null, 'Forecast Category': null },
      ...{ 'Last Activity': null, 'Lead Source': 'source' },
    },
  },
  {
    program: 'Salesforce, opportunities by their own field names',
    from: 'https://developer.salesforce.com/docs/atlas.en-us.228.0.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Opportunity.htm',
    columns: {
      ...{ Id: 'dealId', AccountId: null, StageName: 'outcome', Amount: 'value', CloseDate: 'at' },
      ...{ IsClosed: 'isClosed', IsWon: 'isWon', ContactId: 'externalId', CreatedDate: null },
      ...{ CurrencyIsoCode: 'currency', ForecastCategoryName: null, LeadSource: 'source' },
    },
  },
  {
    program: 'Pipedrive',
    from: 'https://github.com/geek247-amzo/sti-risk-os, scripts/import-pipedrive.mjs',
    columns: {
      ...{
        'Deal - ID': 'dealId',
        'Deal - Title': null,
        'Deal - Value': 'value',
        'Deal - Weighted value': null,
      },
      ...{ 'Deal - Currency of Value': 'currency', 'Deal - Stage': null, 'Deal - Status': 'outcome' },
      ...{ 'Deal - Won time': 'wonAt', 'Deal - Lost time': 'lostAt', 'Deal - Lost reason': 'reason' },
      ...{ 'Deal - Deal created': null, 'Deal - Update time': null, 'Deal - Last activity date': null },
      ...{ 'Deal - Organization': null, 'Deal - Contact person': null, 'Deal - Owner': null },
      ...{ 'Deal - Contact person ID': 'externalId', 'Deal - Pipeline': null },
    },
  },
  {
    program: 'Zoho CRM',
    from: 'https://help.zoho.com/portal/en/kb/crm/sales-force-automation/deal-management/articles/standard-fields-deals',
    columns: {
      ...{ 'Deal Owner': null, 'Deal Name': null, 'Account Name': null, Type: null, 'Lead Source': 'source' },
      ...{ 'Campaign Source': null, 'Contact Name': null, Amount: 'value', 'Closing Date': 'at' },
      ...{ 'Next Step': null, Stage: 'outcome', Probability: null, 'Expected Revenue': null },
      ...{ 'Created By': null, 'Modified By': null, Description: null },
    },
  },
];

it.each(DEALS)('deals of $program', ({ columns, from }) => {
  expect(from).toMatch(/^https:\/\//);
  const header = Object.keys(columns);
  // Whose they are the person says where the file does not.
  const plan = matchColumns(header, OUTCOMES, { map: {}, set: { leadId: 'lead_1' } });
  const fieldOf = new Map([...plan.columns].map(([field, index]) => [header[index], field]));
  expect(Object.fromEntries(header.map((name) => [name, fieldOf.get(name) ?? null]))).toEqual(columns);
});
