import { askToClickAgain } from '@sidebill/web/components/hint.ts';
import { mount } from '@sidebill/web/pages/card.ts';
import { workerClient } from '../../page/client.ts';
import { tellHeight } from '../../page/height.ts';
import { pageQuery, pageRoot } from '../../page/root.ts';
import { guardClicks, watchSight } from '../../page/sight.ts';

const root = pageRoot();
const query = pageQuery();
const framed = parent !== window;
const sight = framed ? watchSight(root) : null;
if (sight) {
  guardClicks(sight, ({ clientY }) => askToClickAgain(clientY));
  tellHeight(query.get('host') ?? '');
}
mount(root, workerClient(sight), query);
