// Whether a person sees the card: in a frame of a foreign page it might be covered, faded, or moved under the
// pointer in the last moment. Clicks on a card that is not surely seen do nothing, and it says so.

export interface Sight {
  /** It has been in full sight and at rest for long enough that a click on it is meant. */
  isSeen(): boolean;
}

/** As long as a person needs to notice that something moved. */
const settling_ms = 500;

interface Observed {
  visible: boolean;
  since_ms: number;
}

/** `trackVisibility` of IntersectionObserver v2: is it painted as it is, with nothing over it? Chromium only. */
interface TrackingOptions extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}

export function watchSight(target: Element): Sight {
  const observed: Observed = { visible: false, since_ms: 0 };
  const tracks = 'isVisible' in IntersectionObserverEntry.prototype;
  const see = (visible: boolean) => {
    if (visible && !observed.visible) observed.since_ms = performance.now();
    observed.visible = visible;
  };
  if (tracks) {
    const options: TrackingOptions = {
      trackVisibility: true,
      delay: 100,
      threshold: [0, 0.01, 0.25, 0.5, 0.75, 1],
    };
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last) see(last.isIntersecting && (last as { isVisible?: boolean }).isVisible === true);
    }, options);
    observer.observe(target);
  }
  const restart = () => {
    observed.since_ms = performance.now();
  };
  // A frame that was moved, or just came back under the pointer, starts anew. So does another width, which puts
  // everything elsewhere; its height follows what the card shows, and moves nothing.
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth !== width) restart();
    width = innerWidth;
  });
  document.addEventListener('visibilitychange', restart);
  watchPlace(restart);
  return { isSeen: () => observed.visible && performance.now() - observed.since_ms >= settling_ms };
}

/** Calls when the window's frame moved on the screen: the pointer's two positions drift apart. */
function watchPlace(moved: () => void): void {
  let last: { x: number; y: number } | null = null;
  const compare = (event: PointerEvent) => {
    const place = { x: event.screenX - event.clientX, y: event.screenY - event.clientY };
    const far = last !== null && Math.hypot(place.x - last.x, place.y - last.y) > 2;
    last = place;
    if (far) moved();
  };
  for (const name of ['pointermove', 'pointerenter', 'pointerdown'] as const) {
    addEventListener(name, compare, { capture: true, passive: true });
  }
}

/** Takes no clicks that no person made on what they saw; `refused` hears of those that a person made. */
export function guardClicks(sight: Sight, refused: (event: MouseEvent) => void): void {
  const tracks = 'isVisible' in IntersectionObserverEntry.prototype;
  addEventListener(
    'click',
    (event) => {
      if (event.isTrusted && (!tracks || sight.isSeen())) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.isTrusted) refused(event);
    },
    { capture: true },
  );
}
