import { mount } from '@sidebill/web/pages/sidepanel.ts';
import { workerClient } from '../../page/client.ts';
import { followRecord } from '../../page/follow-record.ts';
import { pageRoot } from '../../page/root.ts';

const worker = workerClient(null);
followRecord((query) => mount(pageRoot(), worker, query));
