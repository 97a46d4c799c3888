// The page that checks a payload. What judges it is loaded when the reader first enters something.
import { blank, redact } from '../../check/redact.ts';
import { element } from '../dom.ts';
import { updateColumns } from './table-view.ts';

const form = find(HTMLFormElement, '.check-form');
const text = find(HTMLTextAreaElement, '#payload');
const file = find(HTMLInputElement, '#workspace');
const note = find(HTMLElement, '.check-note');
const summary = find(HTMLElement, '.check-summary');
const details = find(HTMLElement, '.check-details');

/** The text of the reader's own workspace file; kept in this page only. */
let workspace: string | undefined;

/** What the reader has chosen to send the columns of a table as. */
const columns = new Map<string, string>();

const load = () => import('./judge.ts');

function find<Type extends Element>(type: new () => Type, selector: string): Type {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${selector}`);
}

function api(): 'async' | 'sync' {
  return new FormData(form).get('api') === 'sync' ? 'sync' : 'async';
}

function setApi(name: string): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('[name=api]')) {
    input.checked = input.value === name;
  }
}

/** Puts blanks in the place of tokens at once, in what the reader sees as well. */
function blankTokens(): void {
  const { text: redacted, count } = redact(text.value);
  if (count === 0) {
    // What was said about a token stays as long as the text that had it.
    if (!text.value.includes(blank)) note.textContent = '';
    return;
  }
  text.value = redacted;
  note.textContent =
    'A token was blanked. It has not left this page, but replace a token that was on your clipboard.';
}

/** Checks are numbered, as the reader may type on while one is made. */
let latest = 0;

async function check(): Promise<void> {
  const run = ++latest;
  if (text.value.trim() === '') {
    summary.textContent = 'Paste a payload to see what telecrm would do with it.';
    details.replaceChildren();
    return;
  }
  const { judgeText } = await load();
  const result = await judgeText(text.value, {
    api: api(),
    workspace,
    setApi,
    columns,
    setColumn(name, target) {
      columns.set(name, target);
      void check();
    },
  });
  if (run !== latest) return;
  summary.replaceChildren(...result.summary);
  showDetails(result.details);
}

/** Replaces what was there before, but for the list of columns while the reader is choosing in it. */
function showDetails(nodes: readonly Node[]): void {
  const table = details.querySelector('.check-table:focus-within');
  const [first, ...rest] = nodes;
  if (!table || !(first instanceof Element) || !first.matches('.check-table')) {
    details.replaceChildren(...nodes);
    return;
  }
  updateColumns(table, first);
  while (table.nextSibling) table.nextSibling.remove();
  table.after(...rest);
}

let timer: ReturnType<typeof setTimeout> | undefined;

text.addEventListener('focus', load, { once: true });
text.addEventListener('input', () => {
  blankTokens();
  clearTimeout(timer);
  timer = setTimeout(check, 250);
});
form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.name === 'api') void check();
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await check();
  showResult();
});
form.addEventListener('click', ({ target }) => {
  const action = target instanceof HTMLElement ? target.dataset.do : undefined;
  if (action === 'example') void showExample();
  if (action === 'share') void share();
});

async function showExample(): Promise<void> {
  const { exampleOf } = await load();
  text.value = exampleOf(api());
  note.textContent = '';
  await check();
  showResult();
}

/** On a small screen the result is below the form. */
function showResult(): void {
  if (matchMedia('(max-width: 859px)').matches) summary.scrollIntoView();
}

/** Makes a link on demand, with names and types only. */
async function share(): Promise<void> {
  const { shapeOf } = await load();
  const fragment = await shapeOf(text.value, api());
  if (fragment === undefined) {
    note.textContent = 'There is no payload to share: paste JSON, curl or fetch first.';
    return;
  }
  await navigator.clipboard.writeText(`${location.href.replace(/#.*/, '')}#${fragment}`);
  note.textContent = 'Copied a link with the names and types of the payload, but no values.';
}

async function readShared(): Promise<void> {
  if (!location.hash.startsWith('#api=')) return;
  const { bodyFrom } = await load();
  const shared = bodyFrom(location.hash, workspace);
  if (shared === undefined) return;
  setApi(shared.api);
  text.value = shared.text;
  note.textContent = 'The link contains only names and types, so these values are made up.';
  await check();
}

async function readWorkspace(chosen: File): Promise<void> {
  const content = await chosen.text();
  const { workspaceProblem } = await load();
  const problem = workspaceProblem(content);
  if (problem === undefined) {
    workspace = content;
    note.textContent = `Checked against ${chosen.name}, which stays in this page.`;
  } else note.replaceChildren(element('strong', { textContent: `${chosen.name}: ` }), problem);
  await check();
}

file.addEventListener('change', () => {
  const [chosen] = file.files ?? [];
  if (chosen) void readWorkspace(chosen);
});
form.addEventListener('dragover', (event) => event.preventDefault());
form.addEventListener('drop', (event) => {
  const [dropped] = event.dataTransfer?.files ?? [];
  if (!dropped) return;
  event.preventDefault();
  void readWorkspace(dropped);
});
addEventListener('hashchange', readShared);
void readShared();
// A reader may have been faster than this script.
if (text.value !== '') {
  blankTokens();
  void check();
}
