// The element into which a page of the extension is mounted.

export function pageRoot(): HTMLElement {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  return root;
}

export function pageQuery(): URLSearchParams {
  return new URLSearchParams(location.search);
}
