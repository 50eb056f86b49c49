// Tells the record page how tall the card is. The number is all that leaves.
import { isAppHost } from '../content/record-url.ts';

export function tellHeight(host: string): void {
  if (!isAppHost(host) || parent === window) return;
  let told = -1;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ sidebill: 'height', height }, `https://${host}`);
  };
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
}
