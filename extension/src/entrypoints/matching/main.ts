import { mount } from '@sidebill/web/pages/matching.ts';
import { workerClient } from '../../page/client.ts';
import { pageQuery, pageRoot } from '../../page/root.ts';

mount(pageRoot(), workerClient(null), pageQuery());
