// Intuit's hosts: consent page, token endpoint, company API; and the reference token broker beside them.
import type { Service } from '../service.ts';
import { brokerService } from './broker/service.ts';
import { authorizeService } from './oauth/authorize-service.ts';
import { tokenService } from './oauth/token-service.ts';
import { quickbooksService } from './v3/service.ts';

export const intuitServices: Service[] = [authorizeService, tokenService, quickbooksService, brokerService];
