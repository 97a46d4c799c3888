/** The page for people: it asks the control surface every two seconds, and draws what has changed. */
import { get, NeedsToken, useToken, workspacePath } from './api.js';
import { el, keep, set } from './dom.js';
import { views } from './views.js';

const every = 2000;
const step = 50;
const most = 1000;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [state, login, board, panel, counts, tabs] = [
  'state',
  'login',
  'board',
  'panel',
  'counts',
  'tabs',
].map(byId);
const select = /** @type {HTMLSelectElement} */ (byId('workspace'));

let limit = step;
let drawn = '';
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let round = 0;

/** What is shown stands behind the `#`, so that a link or a reload leads back to it. */
function shown() {
  const [view = '', id = ''] = location.hash.slice(1).split('/');
  return { view: Object.hasOwn(views, view) ? view : 'ingestions', id: decodeURIComponent(id) };
}

/** @param {{ view?: string; id?: string }} wanted */
function show(wanted) {
  const { view, id } = { ...shown(), ...wanted };
  limit = step;
  history.replaceState(null, '', `#${view}/${encodeURIComponent(id)}`);
  markTab(view);
  void refresh();
}

/** @param {string} name */
function markTab(name) {
  for (const tab of tabs?.children ?? []) {
    const isShown = tab.id === `tab-${name}`;
    set(tab, { 'aria-selected': String(isShown), tabindex: isShown ? '0' : '-1' });
  }
}

async function refresh() {
  clearTimeout(timer);
  const mine = ++round;
  try {
    const workspaces = await get('workspaces?limit=1000');
    if (mine !== round) return;
    open(true);
    await draw(workspaces.data);
    say('live', '');
  } catch (error) {
    if (error instanceof NeedsToken) return open(false);
    say('no connection', 'lost');
  } finally {
    if (mine === round && !document.hidden) timer = setTimeout(refresh, every);
  }
}

/** @param {any[]} workspaces */
async function draw(workspaces) {
  const { view: name, id: wanted } = shown();
  const view = views[name];
  keep(
    select,
    workspaces,
    (one) => one.enterpriseId,
    ({ enterpriseId }) => {
      return set(el('option', enterpriseId), { value: enterpriseId });
    },
  );
  const workspace = workspaces.find((one) => one.enterpriseId === wanted) ?? workspaces[0];
  if (workspace === undefined || view === undefined) {
    drawn = '';
    counts?.replaceChildren();
    return panel?.replaceChildren(el('p.note', 'There are no workspaces.'));
  }
  const id = workspace.enterpriseId;
  if (select.value !== id) select.value = id;
  const numbers = ['leads', 'ingestions', 'queued', 'requests', 'faults'];
  counts?.replaceChildren(
    ...numbers.map((key) =>
      el(
        'div',
        el('dt', key === 'requests' ? 'calls' : key),
        el('dd', workspace[key].toLocaleString()),
      ),
    ),
  );
  markTab(name);
  const page = await get(`${workspacePath(id)}/${view.path}?limit=${limit}`);
  // Somebody may have gone on meanwhile.
  if (shown().view !== name) return;
  if (drawn !== `${name} ${id}`) begin(name, id);
  fill(name, id, page);
}

/**
 * @param {string} name
 * @param {string} id
 */
function begin(name, id) {
  drawn = `${name} ${id}`;
  const view = views[name];
  if (!view || !panel) return;
  set(panel, { 'aria-labelledby': `tab-${name}` });
  const box = set(el('input'), { type: 'checkbox', id: 'only' });
  box.addEventListener('change', () => void refresh());
  const filter = view.filter ? set(el('label', box, view.filter), { for: 'only' }) : null;
  const more = set(el('button.more', 'Show more'), { type: 'button' });
  more.addEventListener('click', () => {
    limit = Math.min(most, limit + step);
    void refresh();
  });
  panel.replaceChildren(
    el('div.tools', el('p.found'), filter),
    el('div.content', view.list()),
    more,
  );
}

/**
 * @param {string} name
 * @param {string} id
 * @param {{ data: any[]; total_count: number }} page
 */
function fill(name, id, page) {
  const view = views[name];
  const content = panel?.querySelector('.content');
  if (!view || !panel || !content) return;
  const box = /** @type {HTMLInputElement | null} */ (panel.querySelector('#only'));
  const data = box?.checked && view.wanted ? page.data.filter(view.wanted) : page.data;
  const nothing = page.total_count === 0;
  const hint = content.querySelector('.note');
  if (nothing && !hint) content.replaceChildren(view.empty(id));
  if (!nothing && hint) content.replaceChildren(view.list());
  const list = content.firstElementChild;
  if (!nothing && list) view.show(list, data, id);
  for (const open of content.querySelectorAll('details[open]'))
    open.dispatchEvent(new Event('refresh'));
  const summary = `${data.length.toLocaleString()} of ${page.total_count.toLocaleString()}, newest first`;
  const found = panel.querySelector('.found');
  if (found) found.textContent = nothing ? '' : summary;
  panel
    .querySelector('.more')
    ?.toggleAttribute('hidden', page.data.length >= Math.min(page.total_count, most));
  panel.querySelector('.tools')?.toggleAttribute('hidden', nothing);
}

/** @param {boolean} isOpen Whether the sandbox lets us in. */
function open(isOpen) {
  board?.toggleAttribute('hidden', !isOpen);
  if (login?.hidden === isOpen) return;
  login?.toggleAttribute('hidden', isOpen);
  if (isOpen) return;
  say('locked', 'idle');
  byId('token').focus();
}

/**
 * @param {string} text
 * @param {string} tone
 */
function say(text, tone) {
  if (!state || (state.textContent === text && state.className === tone)) return;
  state.textContent = text;
  state.className = tone;
}

login?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const input = /** @type {HTMLInputElement} */ (byId('token'));
  useToken(input.value.trim());
  await refresh();
  byId('denied').textContent = login.hidden ? '' : 'That is not the control token.';
});

select.addEventListener('change', () => show({ id: select.value }));
window.addEventListener('hashchange', () => void refresh());
document.addEventListener('visibilitychange', () => void refresh());

for (const [name, { title }] of Object.entries(views)) {
  const tab = set(el('button', title), {
    type: 'button',
    role: 'tab',
    id: `tab-${name}`,
    'aria-controls': 'panel',
  });
  tab.addEventListener('click', () => show({ view: name }));
  tabs?.append(tab);
}

/** @type {Record<string, (index: number, count: number) => number>} */
const moves = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

tabs?.addEventListener('keydown', (event) => {
  const move = moves[event.key];
  const all = [...(tabs?.children ?? [])];
  const index = document.activeElement ? all.indexOf(document.activeElement) : -1;
  const next = move && index >= 0 ? all[move(index, all.length)] : undefined;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
  next.click();
});

get('health')
  .then(({ version, fingerprint }) => {
    byId('release').textContent = `version ${version}, spec ${fingerprint}`;
  })
  .catch(() => say('no connection', 'lost'));
void refresh();
