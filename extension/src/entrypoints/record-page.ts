// A plain script, named in the manifest by hand: WXT's own content scripts announce themselves to the page.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startContent } from '../content/content.ts';

export default defineUnlistedScript(startContent);
