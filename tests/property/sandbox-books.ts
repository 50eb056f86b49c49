// A company of the sandbox as the planner sees it, and the customers it is made to create.
import { credentialsOf, type Sandbox } from '@sidebill/sandbox';
import type { PlannedCustomer, Taken } from './buyers.ts';

type Json = Record<string, unknown>;

export interface Created {
  /** What QuickBooks refused it with, or null. */
  fault: string | null;
  id: string;
  display_name: string;
}

const kinds = ['Customer', 'Vendor', 'Employee'] as const;

export class SandboxBooks {
  readonly realm: string;
  private readonly sandbox: Sandbox;
  private readonly headers: Record<string, string>;

  constructor(sandbox: Sandbox, company: number) {
    const { id, accessToken } = credentialsOf(sandbox.world).realms[company]!;
    this.sandbox = sandbox;
    this.realm = id;
    this.headers = {
      authorization: `Bearer ${accessToken}`,
      accept: 'application/json',
      'content-type': 'application/json',
    };
  }

  /** All names of the three lists, active or not. */
  async names(): Promise<Taken[]> {
    const found: Taken[] = [];
    for (const kind of kinds) {
      const query = `select * from ${kind} where Active IN (true, false) maxresults 1000`;
      const answer = await this.call(`query?query=${encodeURIComponent(query)}`);
      const rows = ((answer['QueryResponse'] as Json)[kind] ?? []) as Json[];
      for (const row of rows) found.push(takenOf(kind, row));
    }
    return found;
  }

  async create(kind: Taken['kind'], body: Json): Promise<Created> {
    const answer = await this.call(kind.toLowerCase(), body);
    const row = answer[kind] as Json | undefined;
    if (row) return { fault: null, id: String(row['Id']), display_name: String(row['DisplayName']) };
    const [error] = (answer['Fault'] as { Error: { code: string; Detail: string }[] }).Error;
    return { fault: `${error!.code} ${error!.Detail}`, id: '', display_name: '' };
  }

  createPlanned(planned: PlannedCustomer, parentId: string): Promise<Created> {
    return this.create('Customer', bodyOf(planned, parentId));
  }

  async deactivate(id: string): Promise<Taken> {
    const answer = await this.call('customer', { Id: id, SyncToken: '0', sparse: true, Active: false });
    return takenOf('Customer', answer['Customer'] as Json);
  }

  private async call(path: string, body?: Json): Promise<Json> {
    const response = await this.sandbox.fetch(
      `https://quickbooks.api.intuit.com/v3/company/${this.realm}/${path}`,
      body === undefined
        ? { headers: this.headers }
        : { method: 'POST', headers: this.headers, body: JSON.stringify(body) },
    );
    return (await response.json()) as Json;
  }
}

function takenOf(kind: Taken['kind'], row: Json): Taken {
  const parent = row['ParentRef'] as { value: string } | undefined;
  return {
    kind,
    id: String(row['Id']),
    active: row['Active'] !== false,
    display_name: String(row['DisplayName']),
    parent_id: parent?.value ?? '',
  };
}

function bodyOf(planned: PlannedCustomer, parentId: string): Json {
  const fields: [string, unknown, boolean][] = [
    ['DisplayName', planned.display_name, true],
    ['CompanyName', planned.company_name, planned.company_name !== ''],
    ['GivenName', planned.given_name, planned.given_name !== ''],
    ['FamilyName', planned.family_name, planned.family_name !== ''],
    ['PrimaryEmailAddr', { Address: planned.email }, planned.email !== ''],
    ['PrimaryPhone', { FreeFormNumber: planned.phone }, planned.phone !== ''],
    ['ParentRef', { value: parentId }, planned.is_job],
    ['Job', true, planned.is_job],
  ];
  return Object.fromEntries(fields.filter(([, , given]) => given).map(([field, value]) => [field, value]));
}
