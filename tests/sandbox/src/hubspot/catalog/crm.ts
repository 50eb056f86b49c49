// Built-in properties of contacts, companies, deals, notes and tasks (reference hubspot.md 3).
import {
  bool,
  calculated,
  choice,
  type Draft,
  datetime,
  longText,
  number,
  phone,
  readOnly,
  text,
  unique,
} from './define.ts';

export const LIFECYCLE_STAGES = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
  'evangelist',
  'other',
];

const ADDRESS: Draft[] = [text('address'), text('city'), text('state'), text('zip'), text('country')];

export const CONTACT: Draft[] = [
  unique(text('email', 'Email')),
  text('hs_additional_emails', 'Additional emails'),
  text('firstname', 'First name'),
  text('lastname', 'Last name'),
  phone('phone', 'Phone number'),
  phone('mobilephone', 'Mobile phone number'),
  text('company', 'Company name'),
  text('jobtitle', 'Job title'),
  ...ADDRESS,
  text('website', 'Website URL'),
  choice('lifecyclestage', LIFECYCLE_STAGES, 'Lifecycle stage'),
];

export const COMPANY: Draft[] = [
  text('name', 'Company name'),
  text('domain', 'Company domain name'),
  text('website', 'Website URL'),
  phone('phone', 'Phone number'),
  text('address2', 'Street address 2'),
  ...ADDRESS,
  longText('description'),
  text('industry'),
  choice('lifecyclestage', LIFECYCLE_STAGES, 'Lifecycle stage'),
];

/** Pipeline, stage and currency are enumerations whose options the portal decides: see `options.ts`. */
export const DEAL: Draft[] = [
  text('dealname', 'Deal name'),
  number('amount', 'Amount'),
  choice('deal_currency_code', [], 'Currency'),
  choice('pipeline', [], 'Pipeline'),
  choice('dealstage', [], 'Deal stage'),
  datetime('closedate', 'Close date'),
  choice('dealtype', ['newbusiness', 'existingbusiness'], 'Deal type'),
  longText('description', 'Deal description'),
  calculated(bool('hs_is_closed', 'Is deal closed?')),
  calculated(bool('hs_is_closed_won', 'Is closed won')),
  calculated(number('hs_acv', 'Annual contract value')),
  calculated(number('hs_arr', 'Annual recurring revenue')),
  calculated(number('hs_mrr', 'Monthly recurring revenue')),
  calculated(number('hs_tcv', 'Total contract value')),
];

export const NOTE: Draft[] = [
  longText('hs_note_body', 'Note body'),
  datetime('hs_timestamp', 'Activity date'),
  text('hs_attachment_ids', 'Attachments'),
];

export const TASK: Draft[] = [
  text('hs_task_subject', 'Task title'),
  longText('hs_task_body', 'Notes'),
  datetime('hs_timestamp', 'Due date'),
  choice('hs_task_status', ['NOT_STARTED', 'IN_PROGRESS', 'WAITING', 'DEFERRED', 'COMPLETED'], 'Task status'),
  choice('hs_task_priority', ['NONE', 'LOW', 'MEDIUM', 'HIGH'], 'Priority'),
  choice('hs_task_type', ['TODO', 'EMAIL', 'CALL'], 'Task type'),
];

/** What every type has, beside its own creation and change instants. */
export function commonProperties(createdProperty: string, modifiedProperty: string): Draft[] {
  return [
    readOnly(number('hs_object_id', 'Record ID')),
    readOnly(datetime(createdProperty, 'Create date')),
    readOnly(datetime(modifiedProperty, 'Last modified date')),
    choice('hubspot_owner_id', [], 'Owner'),
  ];
}
