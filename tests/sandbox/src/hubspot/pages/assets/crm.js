// The record pages' own script: draws a CRM page from data, loads cards late, redraws the right column as React does,
// and navigates between records without a reload. Everything that comes from data goes in as text, never as HTML.

const options = new URLSearchParams(location.search);
const layout = options.get('layout') ?? 'default';
const latencyMs = Number(options.get('latency') ?? 120);
const redraw = options.get('rerender') ?? 'once';

const LEGACY_TYPES = { contact: '0-1', company: '0-2', deal: '0-3' };
const TABS = ['0-3', '0-1', '0-2', '0-53', '0-101'];
const REDRAW_AFTER_MS = 900;
const REDRAW_EVERY_MS = 400;

/** Counts navigations, so that late cards of a page that was left are dropped. */
let generation = 0;
let redrawTimer;

/** An element with attributes and children; text children become text nodes. */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat());
  return element;
}

function hooks(testId, seleniumTest) {
  return { 'data-test-id': testId, 'data-selenium-test': seleniumTest };
}

function parsePath(path) {
  const record = /^\/contacts\/(\d+)\/(?:record\/(\d+-\d+)|(contact|company|deal))\/(\d+)(?:\/|$)/.exec(path);
  if (record) return { kind: 'record', typeId: record[2] ?? LEGACY_TYPES[record[3]], id: record[4] };
  const index = /^\/contacts\/\d+\/objects\/(\d+-\d+)\//.exec(path);
  return index ? { kind: 'index', typeId: index[1] } : null;
}

async function load(target) {
  const path = target.kind === 'record' ? `record/${target.typeId}/${target.id}` : `index/${target.typeId}`;
  const answer = await fetch(`/sandbox-ui/${path}${location.search}`);
  return { found: answer.ok, ...(await answer.json()) };
}

async function draw() {
  generation += 1;
  const mine = generation;
  clearInterval(redrawTimer);
  const target = parsePath(location.pathname);
  if (target === null) return;
  const data = await load(target);
  if (mine !== generation) return;
  const root = document.getElementById('app-root');
  drawToolbar(data);
  if (!data.found) root.replaceChildren(el('p', { class: 'empty-page' }, data.texts.labels.missing));
  else if (target.kind === 'index') root.replaceChildren(indexPage(data));
  else drawRecord(root, data, mine);
}

/** A link that changes the page without loading a document, keeping the variant that was asked for. */
function link(href, attributes, ...children) {
  const anchor = el('a', { ...attributes, href: href + location.search }, ...children);
  anchor.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    history.pushState(null, '', anchor.href);
    draw();
  });
  return anchor;
}

function drawToolbar({ texts, portalId, view }) {
  const links = TABS.map((typeId) =>
    link(
      `/contacts/${portalId}/objects/${typeId}/views/all/list`,
      { class: view?.typeId === typeId ? 'active' : null },
      texts.objects[typeId],
    ),
  );
  const toolbar = document.getElementById('hs-global-toolbar');
  toolbar.replaceChildren(
    el('span', { class: 'logo', 'aria-hidden': 'true' }, '●'),
    el('nav', {}, ...links),
    el('input', {
      class: 'toolbar-search',
      placeholder: texts.labels.search,
      'aria-label': texts.labels.search,
    }),
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, 'DW'),
  );
}

function indexPage({ view, texts }) {
  document.title = view.title;
  const rows = view.rows.map((row) =>
    el('tr', {}, el('td', {}, link(row.href, { class: 'record-link' }, row.text)), el('td', {}, row.detail)),
  );
  return el(
    'main',
    { class: 'index-page' },
    el('h1', {}, view.title),
    el('p', { class: 'muted' }, `${texts.labels.all} · ${view.rows.length}`),
    el('table', {}, el('tbody', {}, ...rows)),
  );
}

function drawRecord(root, data, mine) {
  document.title = data.view.title;
  const columns = [leftColumn(data), middleColumn(data)];
  if (layout !== 'no-right' && layout !== 'hidden-tab') columns.push(rightColumn(data, mine));
  const page = el('div', { class: `record-page layout-${layout}` }, ...columns);
  root.replaceChildren(page);
  if (layout === 'hidden-copy') page.insertBefore(hiddenCopy(data, mine), page.firstChild);
  if (layout === 'hidden-tab') addHiddenTab(page, data, mine);
}

function leftColumn({ view, texts }) {
  const header = el(
    'div',
    { class: 'highlight', 'data-selenium-test': `${view.typeId}-highlight-details` },
    link(view.indexHref, { class: 'crumb' }, `‹ ${view.typeLabel}`),
    el(
      'button',
      { class: 'actions uiButton', type: 'button', 'data-selenium-test': 'profile-settings-actions-btn' },
      texts.labels.actions,
    ),
    el('h1', { ...hooks('highlight-record-label', 'highlightTitle') }, view.title),
    ...view.highlight.map((row) =>
      el(
        'p',
        { class: 'highlight-row' },
        `${row.label}: `,
        el('span', { 'data-test-id': row.hook }, row.value),
      ),
    ),
    el(
      'div',
      { class: 'engagements' },
      ...['note', 'email', 'meeting'].map((name) => engagement(name, texts.labels[name])),
    ),
  );
  const about = el(
    'section',
    { class: 'card', 'data-test-id': `card-wrapper-ABOUT/${view.typeId}` },
    el('h2', { 'data-selenium-test': 'crm-card-title' }, texts.labels.about),
    el('dl', {}, ...view.properties.flatMap((row) => [el('dt', {}, row.label), el('dd', {}, row.value)])),
  );
  return el(
    'aside',
    { class: 'column left', id: 'record-page-left-sidebar', 'data-test-id': 'left-sidebar' },
    header,
    about,
  );
}

function engagement(name, label) {
  const selenium =
    name === 'meeting' ? 'create-engagement-schedule-button' : `create-engagement-${name}-button`;
  return el(
    'button',
    { type: 'button', class: 'engagement', 'data-selenium-test': selenium },
    el('span', { class: 'dot', 'aria-hidden': 'true' }, '+'),
    label,
  );
}

function middleColumn({ view, texts }) {
  const tabs = [
    tab('overview', texts.labels.overview, true),
    tab('activities', texts.labels.activities, false),
  ];
  const overview = el(
    'div',
    { class: 'tab-content', 'data-test-id': 'tab-overview-content' },
    el(
      'section',
      { class: 'card', 'data-test-id': `card-wrapper-DATA_HIGHLIGHTS/${view.typeId}` },
      el('h2', { 'data-selenium-test': 'crm-card-title' }, texts.labels.highlights),
      el(
        'div',
        { class: 'highlights' },
        ...view.properties
          .slice(0, 4)
          .map((row) => el('div', {}, el('small', {}, row.label), el('strong', {}, row.value))),
      ),
    ),
  );
  const activities = el(
    'div',
    { class: 'tab-content', 'data-test-id': 'tab-activities-content', hidden: '' },
    el('p', { class: 'muted' }, texts.labels.empty),
  );
  const pane = el(
    'main',
    { class: 'column middle', 'data-test-id': 'middle-pane' },
    el('div', { class: 'tabs', role: 'tablist' }, ...tabs),
    overview,
    activities,
  );
  for (const button of tabs) button.addEventListener('click', () => showTab(pane, button));
  return pane;
}

function tab(name, label, selected) {
  return el(
    'button',
    { type: 'button', role: 'tab', 'aria-selected': String(selected), 'data-tab': name },
    label,
  );
}

/** Panes that are not shown stay in the document. */
function showTab(pane, button) {
  for (const other of pane.querySelectorAll('[role="tab"]'))
    other.setAttribute('aria-selected', String(other === button));
  for (const content of pane.querySelectorAll('.tab-content')) {
    content.hidden = content.dataset.testId !== `tab-${button.dataset.tab}-content`;
  }
}

/** The right column: `old-ids` has the inner hook only and the old library's class names. */
function rightColumn(data, mine) {
  const old = layout === 'old-ids';
  const inner = el('div', {
    class: `${old ? 'private-sidebar' : 'ScrollContainer__Wrapper-sc-1x2y3z'} scroll`,
    'data-test-id': 'right-sidebar',
  });
  const outer = el(
    'aside',
    { class: 'column right', 'data-test-id': old ? null : 'records-right-sidebar' },
    inner,
  );
  fillCards(inner, data, mine);
  if (redraw !== 'off') setTimeout(() => redrawCards(inner, data, mine), REDRAW_AFTER_MS + latencyMs);
  if (redraw === 'often') redrawTimer = setInterval(() => redrawCards(inner, data, mine), REDRAW_EVERY_MS);
  return outer;
}

/** Cards come one after the other, as their data arrives. */
function fillCards(column, data, mine) {
  column.replaceChildren(
    ...data.view.cards.map(() => el('div', { class: 'card skeleton', 'aria-hidden': 'true' })),
  );
  data.view.cards.forEach((card, position) => {
    setTimeout(
      () => {
        const skeleton = column.querySelector('.skeleton');
        if (mine === generation && skeleton) skeleton.replaceWith(cardElement(card, data.texts));
      },
      latencyMs * (position + 1),
    );
  });
}

/** What a framework does that owns its children: everything in the column is made anew, foreign nodes are gone. */
function redrawCards(column, data, mine) {
  if (mine !== generation || !column.isConnected) return;
  column.replaceChildren(...data.view.cards.map((card) => cardElement(card, data.texts)));
}

function cardElement(card, texts) {
  const old = layout === 'old-ids';
  const lines = card.id.startsWith('LINE_ITEMS/');
  const items = card.items.map((item) => (lines ? lineItem(item) : relatedItem(item)));
  return el(
    'section',
    {
      class: `card ${old ? 'private-card' : 'ExpandableWrapper-sc-9q8w7e'}`,
      ...hooks(`card-wrapper-${card.id}`, old ? 'crm-card' : null),
    },
    el(
      'header',
      {},
      el('h2', { 'data-selenium-test': 'crm-card-title' }, `${card.title} (${card.items.length})`),
      el(
        'button',
        {
          type: 'button',
          class: 'link uiButton',
          'data-selenium-test': 'crm-card-actions',
          'data-test-id': lines ? 'line-items-card-action-edit' : null,
        },
        `+ ${texts.labels.add}`,
      ),
    ),
    el(
      'div',
      { 'data-test-id': 'crm-card-content' },
      ...(items.length > 0 ? items : [el('p', { class: 'muted' }, texts.labels.empty)]),
    ),
  );
}

function relatedItem(item) {
  return el(
    'div',
    { class: 'card-item' },
    link(item.href, { class: 'record-link' }, item.text),
    el('small', {}, item.detail),
  );
}

function lineItem(item) {
  return el(
    'div',
    { class: 'card-item', 'data-test-id': 'line-items-card-line-item' },
    el('span', {}, item.text),
    el(
      'small',
      {},
      el('span', { 'data-test-id': 'line-items-card-line-item-quantity' }, item.quantity),
      ' × ',
      item.detail,
    ),
  );
}

/** A pane of another tab that keeps its own copy of the right column, before the visible one. */
function hiddenCopy(data, mine) {
  const pane = el('div', { class: 'hidden-pane', 'data-test-id': 'tab-copy-content', hidden: '' });
  pane.append(rightColumn(data, mine));
  return pane;
}

/** The right column lies in a tab of the middle pane that nobody has opened yet. */
function addHiddenTab(page, data, mine) {
  const pane = page.querySelector('[data-test-id="middle-pane"]');
  const button = tab('associations', data.texts.labels.more, false);
  const content = el(
    'div',
    { class: 'tab-content', 'data-test-id': 'tab-associations-content', hidden: '' },
    rightColumn(data, mine),
  );
  button.addEventListener('click', () => showTab(pane, button));
  pane.querySelector('[role="tablist"]').append(button);
  pane.append(content);
}

addEventListener('popstate', draw);
draw();
