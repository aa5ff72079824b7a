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
    // Property names as developers.hubspot.com documents them for contacts; their labels: github.com/hairsolutionsco/automations_hub,
    // hubspot/objects/contacts/properties.md. "Record ID - Contact" and associated companies from memory.
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
    // help.salesforce.com, "Field Mapping for Importing Leads"; github.com/salesagility/SuiteCRM, modules/Import/maps/ImportMapSalesforce.php;
    // developer.salesforce.com, sfFieldRef, "Lead".
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
    // support.pipedrive.com, "Importing: mandatory fields" and its mapping names; github.com/geek247-amzo/sti-risk-os,
    // scripts/import-pipedrive.mjs, for "Lead - …". Sources and "Person - Title" from memory.
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
    // github.com/buren/honey_format, spec/honey_format/csv_spec.rb, has the head of an export; merge tags: packagist.org/packages/
    // chimpmatic/mailchimp-audience-finder.
    program: 'Mailchimp',
    words: {
      externalId: ['LEID', 'EUID'],
      firstName: ['FNAME'],
      lastName: ['LNAME'],
      receivedAt: ['OPTIN_TIME', 'CONFIRM_TIME'],
    },
  },
  {
    // github.com/flashesofbrilliance/linkedin-connections-toolkit, sample_connections.csv; form fields and the export of leads from memory.
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
    // knowledge.apollo.io, "Follow Apollo’s Recommended Default Field Mapping"; its export: github.com/coding-cooking/csv_transformer,
    // transformer.py, and github.com/sarthakjdev/apollo-to-listmonk-csv, index.js.
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
    // Names that Meta gives the questions it knows: docs.rs/crate/late in its lead_gen_form_question.rs; those of work from memory. The
    // export's head is that of a real file that the tests read where it is.
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
    // github.com/ShapeOfMatter/Typeform-csv-parser, typeform_csv_parser.py; ids from memory.
    program: 'Typeform',
    words: {
      receivedAt: ['Submit Date (UTC)', 'Submitted At', 'Submit Date'],
      externalId: ['Response ID', 'Token'],
    },
  },
  {
    // github.com/michalbe/csv2vcard, README.md, has Outlook's columns, github.com/mtrazzi/gmail-to-google-contacts, google_contacts.csv, those of
    // Google Contacts until 2024; of today's from memory. Before Eventbrite's: somebody's home says less than where they work.
    program: 'Excel and Outlook',
    words: {
      email: ['E-mail 1 - Value', 'E-Mail 1', 'Email 1'],
      phone: ['Phone 1 - Value', 'Business Phone', 'Primary Phone', 'Phone 1'],
      company: ['Organization 1 - Name', 'Company'],
      title: ['Organization 1 - Title', 'Organization Title'],
      region: ['Business Country/Region', 'Business Country', 'Address 1 - Country'],
    },
  },
  {
    // The head of a real export; the billing address from memory.
    program: 'Eventbrite',
    words: {
      receivedAt: ['Order Date'],
      externalId: ['Attendee #'],
      title: ['Job Title'],
      region: ['Home Country', 'Billing Country'],
    },
  },
];
