// Keeps the card in the record page: where the page lets it stand, without fighting the page when it does not.
import { findPlace, isShown } from './anchors.ts';
import type { CardElement } from './frame.ts';

export interface Placement {
  /** Looks again; the anchor at which the card stands now, null while there is none. */
  settle(now_ms: number): string | null;
  /** The page shows another record: everything begins anew. */
  begin(now_ms: number): void;
  remove(): void;
}

/** Cards load late; a column that stays empty this long has none. */
const patience_ms = 4_000;
/** The page put us out this often in this time: it will go on doing so, and we float instead. */
const most = { times: 5, within_ms: 10_000 };

export function placementOf(card: CardElement): Placement {
  let began_ms = 0;
  let anchor: string | null = null;
  let placed_ms: number[] = [];
  let floating = false;

  const tooOften = (now_ms: number): boolean => {
    placed_ms = placed_ms.filter((at_ms) => now_ms - at_ms < most.within_ms);
    return placed_ms.length >= most.times;
  };

  const float = (now_ms: number): string | null => {
    // The page removes even this: the side panel remains.
    if (floating && tooOften(now_ms)) return null;
    if (!floating) placed_ms = [];
    floating = true;
    placed_ms.push(now_ms);
    card.float(true);
    document.body.append(card.host);
    return 'floating';
  };

  return {
    begin: (now_ms) => {
      began_ms = now_ms;
      placed_ms = [];
      floating = false;
      card.float(false);
      card.host.remove();
    },
    settle: (now_ms) => {
      if (card.host.isConnected && (floating || isShown(card.host))) return anchor;
      const patient = now_ms - began_ms < patience_ms;
      const place = floating || tooOften(now_ms) ? null : findPlace(document, patient);
      if (place) {
        placed_ms.push(now_ms);
        place.parent.insertBefore(card.host, place.before);
        anchor = place.anchor;
      } else if (patient && !tooOften(now_ms)) {
        anchor = null;
      } else {
        anchor = float(now_ms);
      }
      return anchor;
    },
    remove: () => card.host.remove(),
  };
}
