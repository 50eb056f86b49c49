// What is known of a connected HubSpot account and QuickBooks company.
import type { Issue } from './issues.ts';

export interface ConnectPortalReport {
  portal: PortalInfo;
  /** Scope by scope: what works and what is missing, with what cannot be done without it. */
  scopes: { scope: string; granted: boolean; needed_for: string }[];
  issues: Issue[];
}
export interface PortalInfo {
  portal_id: string;
  name: string;
  ui_domain: string;
  time_zone: string;
  company_currency: string;
  currencies: string[];
  account_type: string;
  /** Objects on which our property group and properties exist. */
  properties_ready: string[];
  missing_scopes: string[];
  /** HubSpot invoices have our unique key here; otherwise they are found through their record. */
  unique_invoices: boolean;
  /** Properties of HubSpot invoices that may be written. */
  invoice_properties: string[];
}
export interface ConnectCompanyReport {
  company: { realm: string; name: string; country: string; home_currency: string; [more: string]: unknown };
  /** That sales may be booked on. */
  income_accounts: { id: string; name: string }[];
  counts: { customers: number; items: number; vendors: number; employees: number };
  issues: Issue[];
}
