import { defineContentScript } from 'wxt/utils/define-content-script';
import { startContent } from '../content/content.ts';

export default defineContentScript({
  matches: ['https://*.hubspot.com/*'],
  allFrames: false,
  runAt: 'document_idle',
  main: startContent,
});
