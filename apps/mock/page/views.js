/** The three views: what was ingested, the leads, the recent calls. */
import { get, workspacePath } from './api.js';
import { asText, el, keep, set, time } from './dom.js';

/**
 * @typedef {object} View
 * @property {string} title
 * @property {string} path Below the workspace.
 * @property {(list: Element, data: any[], enterpriseId: string) => void} show
 * @property {() => HTMLElement} list An empty list.
 * @property {(enterpriseId: string) => HTMLElement} empty What to read where there is nothing yet.
 * @property {string} [filter] The label of a box that leaves only what `wanted` takes.
 * @property {(item: any) => boolean} [wanted]
 */

/** @type {Record<string, View>} */
export const views = {
  ingestions: {
    title: 'Ingestions',
    path: 'ingestions',
    list: () => el('ul.list'),
    show: (list, data) => keep(list, data, (one) => one.ingestion_id, ingestion),
    empty: (id) =>
      hint(
        'Nothing was sent to the Async API yet. Queue a lead:',
        `/enterprise/${id}/autoupdatelead`,
      ),
    filter: 'Only with something dropped',
    wanted: (one) => one.remarks.length > 0,
  },
  leads: {
    title: 'Leads',
    path: 'leads',
    list: () => el('ul.list'),
    show: (list, data, id) =>
      keep(
        list,
        data,
        (one) => one.id,
        (one) => lead(one, id),
      ),
    empty: (id) => hint('There are no leads. Create one:', `/autoupdate/v2/enterprise/${id}/lead`),
  },
  requests: {
    title: 'Calls',
    path: 'requests',
    list: calls,
    show: (table, data) => {
      const body = table.querySelector('tbody');
      const counted = data.map((call, index) => ({
        ...call,
        key: `${call.time} ${data.length - index}`,
      }));
      if (body) keep(body, counted, (one) => one.key, call);
    },
    empty: () =>
      el(
        'p.note',
        'No calls yet. Each call of either API shows up here, without its token and its body.',
      ),
    filter: 'Only with a violation',
    wanted: (one) => one.violations.length > 0,
  },
};

/** @type {Record<string, string>} */
const tones = {
  CREATED: 'good',
  UPDATED: 'fresh',
  DROPPED: 'bad',
  QUEUED: 'wait',
  IGNORED: 'bad',
  CLEARED: 'bad',
};

/** @param {string} word */
const badge = (word) => el(`span.badge.${tones[word] ?? 'wait'}`, word);

/** @param {any} one */
function ingestion(one) {
  const { request, remarks, actions } = one;
  const stored = actions.filter((/** @type {any} */ action) => action.status === 'CREATED').length;
  return el(
    'li',
    el(
      'div.top',
      badge(one.outcome ?? one.state),
      el('strong', nameOf(request.fields)),
      actions.length > 0 && el('span', `${stored} of ${actions.length} actions stored`),
      set(el('span.id.end', one.lead_id ? `lead ${one.lead_id}` : ''), { title: 'Lead ID' }),
      time(one.received_at),
    ),
    remarks.length > 0 && drops(remarks, one.outcome === 'DROPPED'),
    el('details', el('summary', 'What was sent'), el('pre', JSON.stringify(request, null, 2))),
  );
}

/**
 * @param {any[]} remarks
 * @param {boolean} isLost Whether nothing of the lead is left.
 */
function drops(remarks, isLost) {
  const items = remarks.map(({ field, remark }) => {
    return el('li', el('code', field), el('span.say', ...withCode(remark)));
  });
  return el(isLost ? 'ul.drops.lost' : 'ul.drops', ...items);
}

/** @param {string} text In which names stand between backticks. */
function withCode(text) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? el('code', part) : part));
}

/** @param {any} fields */
function nameOf(fields) {
  const { name, phone, email } = Object(fields);
  const known = [name, phone, email].filter((value) => typeof value === 'string' && value !== '');
  return known.length > 0 ? known.slice(0, 2).join(' · ') : 'No name, phone or email';
}

/**
 * @param {any} one
 * @param {string} enterpriseId
 */
function lead(one, enterpriseId) {
  const { created_on, modified_on, ...fields } = one.fields;
  const timeline = el('ol.timeline');
  const details = el('details', el('summary', 'Timeline'), timeline);
  const load = () => void showTimeline(timeline, enterpriseId, one.id);
  details.addEventListener('toggle', () => details.hasAttribute('open') && load());
  details.addEventListener('refresh', load);
  return el(
    'li',
    el('div.top', el('strong', nameOf(fields)), el('span.id.end', one.id), time(created_on)),
    pairs(fields),
    details,
  );
}

/** @param {Record<string, unknown>} values */
function pairs(values) {
  const entries = Object.entries(values).map(([name, value]) =>
    el('div', el('dt', name), el('dd', asText(value))),
  );
  return el('dl.fields', ...entries);
}

/**
 * @param {Element} list
 * @param {string} enterpriseId
 * @param {string} leadId
 */
async function showTimeline(list, enterpriseId, leadId) {
  const path = `${workspacePath(enterpriseId)}/leads/${encodeURIComponent(leadId)}/actions?limit=200`;
  const answer = await get(path).catch(() => undefined);
  if (answer === undefined) return;
  if (answer.data.length === 0) list.replaceChildren(el('li', 'Nothing has happened yet.'));
  else keep(list, answer.data, (one) => one.id, event);
}

/** @param {any} one */
function event(one) {
  const { id, type, creationTimestamp, modificationTimestamp, employeeid, fields, ...rest } = one;
  return el(
    'li',
    el(
      'div.top',
      el('strong', type),
      time(creationTimestamp),
      employeeid && el('span.id', employeeid),
      el('span.id.end', id),
    ),
    pairs({ ...fields, ...rest }),
  );
}

function calls() {
  const heads = ['Time', 'Status', 'Call', 'Duration'].map((text) =>
    set(el('th', text), { scope: 'col' }),
  );
  heads.at(-1)?.classList.add('number');
  return el('table.calls', el('thead', el('tr', ...heads)), el('tbody'));
}

/** @param {any} one */
function call(one) {
  const tone =
    one.status === null || one.status >= 500 ? 'bad' : one.status >= 400 ? 'wait' : 'good';
  return el(
    'tr',
    el('td', time(one.time)),
    el('td', el(`span.badge.${tone}`, String(one.status ?? 'CUT'))),
    el(
      'td.what',
      el('strong', one.operation ?? 'no operation'),
      ` ${one.method}`,
      one.fault && ' ',
      one.fault && el('span.badge.wait', 'fault'),
      one.violations.length > 0 &&
        el('ul', ...one.violations.map((/** @type {string} */ text) => el('li', text))),
    ),
    el('td.number', `${Number(one.durationMs).toFixed(1)} ms`),
  );
}

/**
 * @param {string} text
 * @param {string} path
 */
function hint(text, path) {
  const lines = [
    `curl ${location.origin}${path} \\`,
    "  -H 'Authorization: Bearer TOKEN' \\",
    "  -H 'Content-Type: application/json' \\",
    `  -d '{"fields":{"name":"Jane Doe","phone":"919999999999"}}'`,
  ];
  return el('div.note', el('p', text), el('pre', lines.join('\n')));
}
