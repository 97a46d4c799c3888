// The page that checks payloads. The check itself is loaded when the input first gets the focus.
import '../page.ts';
import { placeholder, redact } from '../../check/redact.ts';
import { element } from '../dom.ts';
import { loadModule } from '../load.ts';
import { updateColumns } from './table-view.ts';

/** The URL of the check relative to this script. The build defines it. */
declare const CHECK_SCRIPT: string;

const form = find(HTMLFormElement, '.check-form');
const text = find(HTMLTextAreaElement, '#payload');
const file = find(HTMLInputElement, '#workspace');
const note = find(HTMLElement, '.check-note');
const summary = find(HTMLElement, '.check-summary');
const details = find(HTMLElement, '.check-details');

/** The content of the reader's workspace file. It is stored only in this page. */
let workspace: string | undefined;

/** The field that the reader chose for each column of a table. */
const columns = new Map<string, string>();

const load = loadModule<typeof import('./check-text.ts')>(CHECK_SCRIPT, import.meta.url);

const failure =
  'The check could not be loaded. Check your connection and try again, or reload the page.';

function showProblem(place: HTMLElement, ...problem: (Node | string)[]): void {
  place.replaceChildren(element('span', { className: 'check-problem' }, ...problem));
}

/** Waits for what is loaded on demand. If it cannot be loaded, the note says so. */
function loaded<Result>(result: Promise<Result>): Promise<Result> {
  return result.catch((error: unknown) => {
    showProblem(note, failure);
    throw error;
  });
}

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

/** Redacts tokens in the input immediately, so that the page does not show them either. */
function redactTokens(): void {
  const { text: redacted, count } = redact(text.value);
  if (count === 0) {
    // The note stays until the redacted text is removed.
    if (!text.value.includes(placeholder)) note.textContent = '';
    return;
  }
  text.value = redacted;
  note.textContent =
    'A token was redacted. It has not left this page, but if it was on your clipboard, replace it.';
}

/** The number of the latest check. An earlier one may finish later, and its result is then ignored. */
let latestRun = 0;

async function check(): Promise<void> {
  const run = ++latestRun;
  if (text.value.trim() === '') {
    summary.textContent = 'Paste a payload to see what telecrm would do with it.';
    details.replaceChildren();
    return;
  }
  const checking = load().then(({ checkText }) =>
    checkText(text.value, {
      api: api(),
      workspace,
      setApi(name) {
        if (run === latestRun) setApi(name);
      },
      columns,
      setColumn(name, target) {
        columns.set(name, target);
        void check();
      },
    }),
  );
  const result = await checking.catch((error: unknown) => {
    if (run === latestRun) {
      showProblem(summary, failure);
      details.replaceChildren();
    }
    throw error;
  });
  if (run !== latestRun) return;
  summary.replaceChildren(...result.summary);
  showDetails(result.details);
}

/** Replaces the previous result, except the list of columns while it has the focus. */
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

// Loads the check before the reader needs it; `check` reports a failure.
text.addEventListener('focus', () => load().catch(() => {}), { once: true });
text.addEventListener('input', () => {
  redactTokens();
  clearTimeout(timer);
  timer = setTimeout(check, 250);
});
form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.name === 'api') void check();
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  // After a failure, the payload of the link is not there yet.
  if (text.value === '') await readShared();
  await check().finally(showResult);
});
form.addEventListener('click', ({ target }) => {
  const action = target instanceof HTMLElement ? target.dataset.do : undefined;
  if (action === 'example') void showExample();
  if (action === 'share') void share();
});

async function showExample(): Promise<void> {
  const before = text.value;
  const { examplePayload } = await loaded(load());
  // The reader may have entered something in the meantime.
  if (text.value !== before) return;
  text.value = examplePayload(api());
  note.textContent = '';
  await check().finally(showResult);
}

/** Scrolls to the result on a small screen, where it is below the form. */
function showResult(): void {
  if (matchMedia('(max-width: 859px)').matches) summary.scrollIntoView();
}

/** Copies a link that contains only the names and types of the payload. */
async function share(): Promise<void> {
  const fragment = await loaded(
    load().then(({ shareFragment }) => shareFragment(text.value, api())),
  );
  if (fragment === undefined) {
    showProblem(note, 'There is no payload to share: paste JSON, curl or fetch first.');
    return;
  }
  await navigator.clipboard.writeText(`${location.href.replace(/#.*/, '')}#${fragment}`);
  note.textContent = 'Copied a link with the names and types of the payload, but no values.';
}

async function readShared(): Promise<void> {
  if (!location.hash.startsWith('#api=')) return;
  const before = text.value;
  const { readFragment } = await loaded(load());
  const shared = readFragment(location.hash, workspace);
  if (shared === undefined || text.value !== before) return;
  setApi(shared.api);
  text.value = shared.text;
  note.textContent = 'The link contains only names and types. These values are examples.';
  await check();
}

/** The file that was chosen last. An earlier one may be read later, and is then ignored. */
let latestFile: File | undefined;

async function readWorkspace(chosen: File): Promise<void> {
  latestFile = chosen;
  const content = await chosen.text();
  const { workspaceProblem } = await loaded(load()).catch((error: unknown) => {
    // The file is not used. Unless it is removed, choosing it again would have no effect.
    file.value = '';
    throw error;
  });
  if (chosen !== latestFile) return;
  const problem = workspaceProblem(content);
  if (problem === undefined) {
    workspace = content;
    note.textContent = `Checked against ${chosen.name}, which stays in this page.`;
  } else showProblem(note, element('strong', { textContent: `${chosen.name}: ` }), problem);
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
// The reader may have entered something before this script was loaded.
if (text.value !== '') {
  redactTokens();
  void check();
}
