/** What the exports and forms of other programs call a field, beyond the words of a language. */
import type { FieldWords } from './field-words.ts';

interface Vendor {
  program: string;
  words: FieldWords;
}

/** What a lead or a deal is called at Pipedrive is nobody's job, and whether somebody attends says nothing of the lead. */
export const NO_FIELDS: readonly string[] = [
  ...['Lead - Title', 'Lead title', 'Deal - Title', 'Deal title'],
  'Attendee Status',
];

export const VENDORS: readonly Vendor[] = [
  {
    // Property names as developers.hubspot.com documents them for contacts; labels of its export from memory.
    program: 'HubSpot',
    words: {
      externalId: ['hs_object_id', 'Record ID - Contact'],
      phone: ['hs_whatsapp_phone_number'],
      company: ['Associated Company', 'Primary Associated Company', 'Company name'],
      title: ['jobtitle'],
      companySize: ['numemployees', 'numberofemployees'],
      source: ['Original Traffic Source', 'hs_analytics_source', 'Original Source Type'],
      receivedAt: ['createdate', 'Create Date', 'Became a Lead Date', 'hs_createdate'],
    },
  },
  {
    // help.salesforce.com, "Field Mapping for Importing Leads"; github.com/salesagility/SuiteCRM, modules/Import/maps/ImportMapSalesforce.php.
    program: 'Salesforce',
    words: {
      externalId: ['Lead ID', 'LeadId', 'Lead/Contact ID'],
      company: ['Company / Account', 'Company/Account'],
      phone: ['MobilePhone', 'Mobile'],
      companySize: ['No. of Employees', 'NumberOfEmployees'],
      region: ['Mailing Country'],
      campaign: ['Campaign Name', 'Most Recent Campaign'],
      receivedAt: ['CreatedDate', 'Create Date'],
    },
  },
  {
    // support.pipedrive.com, "Importing: mandatory fields" and its mapping names; "Lead - …" and "Person - Title" from memory.
    program: 'Pipedrive',
    words: {
      name: ['Person - Name', 'Lead - Contact person', 'Person name', 'Deal - Contact person'],
      firstName: ['Person - First name'],
      lastName: ['Person - Last name'],
      email: ['Person - Email', 'Person - Email - Work'],
      phone: ['Person - Phone', 'Person - Phone - Work', 'Person - Phone - Mobile'],
      company: ['Organization - Name', 'Person - Organization', 'Lead - Organization', 'Organization name'],
      externalId: ['Lead - ID', 'Person - ID'],
      title: ['Person - Title', 'Person - Job title'],
      source: ['Lead - Source', 'Lead - Source name', 'Lead - Source channel'],
      receivedAt: ['Lead - Lead created', 'Lead - Created', 'Person - Person created', 'Lead created'],
    },
  },
  {
    // help.crmforyourbusiness.com/portal/kb/articles/standard-fields-leads; ids, "Lead Name" and times from memory.
    program: 'Zoho CRM',
    words: {
      externalId: ['Record Id', 'Lead Record Id'],
      name: ['Lead Name', 'Full Name'],
      companySize: ['No of Employees', 'No. of Employees'],
      title: ['Designation'],
      receivedAt: ['Created Time'],
    },
  },
  {
    // github.com/buren/honey_format, spec/honey_format/csv_spec.rb, has the head of an export; merge tags from memory.
    program: 'Mailchimp',
    words: {
      externalId: ['LEID', 'EUID'],
      firstName: ['FNAME'],
      lastName: ['LNAME'],
      receivedAt: ['OPTIN_TIME', 'CONFIRM_TIME'],
    },
  },
  {
    // LinkedIn's names of form fields and columns of its lead export, from memory.
    program: 'LinkedIn',
    words: {
      email: ['Email address', 'workEmail'],
      title: ['jobTitle', 'headline'],
      companySize: ['companySize'],
      campaign: ['campaign_name', 'Campaign Name'],
      externalId: ['lead_id', 'Lead ID'],
      receivedAt: ['Submitted Date', 'Lead submission date', 'submittedAt', 'Connected On'],
    },
  },
  {
    // knowledge.apollo.io, "Follow Apollo’s Recommended Default Field Mapping"; the columns of its export from memory.
    program: 'Apollo',
    words: {
      externalId: ['Apollo Contact Id'],
      company: ['Company Name for Emails', 'Company'],
      title: ['Primary Title'],
      phone: ['Work Direct Phone', 'Mobile Phone', 'Corporate Phone', 'First Phone'],
      companySize: ['# Employees'],
    },
  },
  {
    // Names that Meta gives the questions it knows, from memory; the export's head is that of a real file that the tests read where it is.
    program: 'Meta lead ads',
    words: {
      email: ['work_email', 'email'],
      phone: ['work_phone_number', 'phone_number'],
      company: ['company_name'],
      title: ['job_title'],
      receivedAt: ['created_time'],
    },
  },
  {
    // developers.google.com/google-ads/api, LeadFormFieldUserInputType.
    program: 'Google Ads',
    words: {
      name: ['FULL_NAME'],
      firstName: ['FIRST_NAME', 'GIVEN_NAME'],
      lastName: ['LAST_NAME', 'FAMILY_NAME'],
      email: ['WORK_EMAIL', 'EMAIL'],
      phone: ['PHONE_NUMBER', 'WORK_PHONE'],
      company: ['COMPANY_NAME'],
      title: ['JOB_TITLE'],
      segment: ['BUSINESS_INDUSTRY', 'JOB_INDUSTRY'],
      companySize: ['COMPANY_SIZE', 'NUMBER_OF_EMPLOYEES'],
      region: ['COUNTRY'],
      receivedAt: ['lead_submit_time'],
    },
  },
  {
    // Columns of a downloaded response file, from memory.
    program: 'Typeform',
    words: {
      receivedAt: ['Submit Date (UTC)', 'Submitted At', 'Submit Date'],
      externalId: ['Response ID', 'Token'],
    },
  },
  {
    // From memory.
    program: 'Eventbrite',
    words: {
      receivedAt: ['Order Date'],
      externalId: ['Attendee #'],
      title: ['Job Title'],
      region: ['Home Country', 'Billing Country'],
    },
  },
  {
    // From memory: how Outlook and Excel people head a contact list.
    program: 'Excel and Outlook',
    words: {
      email: ['E-mail 1 - Value', 'E-Mail 1', 'Email 1'],
      phone: ['Phone 1 - Value', 'Business Phone', 'Primary Phone', 'Phone 1'],
      company: ['Organization 1 - Name', 'Company'],
      title: ['Organization 1 - Title', 'Organization Title'],
      region: ['Business Country/Region', 'Business Country', 'Address 1 - Country'],
    },
  },
];
