// HubSpot's two hosts: the app with its record and consent pages, and the API.
import type { Service } from '../service.ts';
import { registerApi } from './api/index.ts';
import { registerPages } from './pages/index.ts';

export { hubspotSeed } from './seed/index.ts';
export * as landmarks from './seed/landmarks.ts';

export const hubspotServices: Service[] = [
  { name: 'hubspotApp', hosts: ['app.hubspot.com', 'app-eu1.hubspot.com'], register: registerPages },
  { name: 'hubspotApi', hosts: ['api.hubapi.com'], register: registerApi },
];
