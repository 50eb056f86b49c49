// HubSpot's two hosts and what they begin with.
import type { Service } from '../service.ts';
import type { World } from '../world.ts';

export const hubspotServices: Service[] = [
  { name: 'hubspotApp', hosts: ['app.hubspot.com'], register: async () => {} },
  { name: 'hubspotApi', hosts: ['api.hubapi.com'], register: async () => {} },
];

export function hubspotSeed(_world: World): void {}
