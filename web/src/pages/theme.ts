// Which of the two looks a page has.

/** Where a page stands: by itself, or inside a page of HubSpot's, which is always light. */
export type Place = 'alone' | 'in-hubspot';

export function setTheme(theme: 'system' | 'light' | 'dark', place: Place = 'alone'): void {
  const look = theme === 'system' && place === 'in-hubspot' ? 'light' : theme;
  if (look === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = look;
}
