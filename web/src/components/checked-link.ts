// A link that leaves the extension: only where the address passes links.ts, otherwise nothing.
import { html, nothing, type TemplateResult } from 'lit';
import { checkedLink } from '../links.ts';

interface LinkLook {
  class?: string;
  label?: string;
}

export function outsideLink(
  address: string,
  content: unknown,
  look: LinkLook = {},
): TemplateResult | typeof nothing {
  const href = checkedLink(address);
  if (href === null) return nothing;
  return html`<a
    class=${look.class ?? nothing}
    href=${href}
    target="_blank"
    rel="noopener noreferrer"
    aria-label=${look.label ?? nothing}
    >${content}</a
  >`;
}
