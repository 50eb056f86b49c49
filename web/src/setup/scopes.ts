// The permissions a HubSpot key needs, as HubSpot spells them; the connection test says which are missing.
export const SCOPES: readonly string[] = [
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.companies.write',
  'crm.objects.line_items.read',
  'crm.objects.products.read',
  'crm.objects.products.write',
  'crm.objects.quotes.read',
  'crm.objects.invoices.read',
  'crm.objects.invoices.write',
  'crm.objects.commercepayments.read',
  'crm.objects.owners.read',
  'crm.schemas.deals.write',
  'crm.schemas.contacts.write',
  'crm.schemas.companies.write',
  'crm.schemas.invoices.write',
  // HubSpot has no schema permission for products; this one stands in for it.
  'e-commerce',
];
