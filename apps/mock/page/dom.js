/** Makes and keeps elements. Nothing is ever set as HTML, as what is shown was sent by anybody. */

/**
 * @param {string} tag A tag, with classes: `span.badge.good`.
 * @param {...(Node | string | null | undefined | false)} children
 */
export function el(tag, ...children) {
  const [name = 'div', ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * An element with attributes.
 * @template {Element} T
 * @param {T} element
 * @param {Record<string, string>} attributes
 */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const calendar = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** @param {number} milliseconds */
export function time(milliseconds) {
  const date = new Date(milliseconds);
  const isToday = date.toDateString() === new Date().toDateString();
  const element = el('time', (isToday ? clock : calendar).format(date));
  return set(element, { datetime: date.toISOString(), title: date.toISOString() });
}

/**
 * @param {unknown} value
 * @returns {string}
 */
export function asText(value) {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Brings a list up to date. What has not changed keeps its element, so that what a reader has opened stays open and
 * the focus stays where it is.
 * @template T
 * @param {Element} parent
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => Element} draw
 */
export function keep(parent, items, keyOf, draw) {
  /** @type {Map<string, Element>} */
  const before = new Map();
  for (const child of parent.children) before.set(child.getAttribute('data-key') ?? '', child);
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const text = JSON.stringify(item);
    const old = before.get(key);
    let element = old;
    if (!old || old.getAttribute('data-is') !== hash(text)) {
      element = set(draw(item), { 'data-key': key, 'data-is': hash(text) });
      if (old) adopt(old, element);
      if (old === place) place = old?.nextElementSibling ?? null;
      old?.remove();
    }
    before.delete(key);
    if (element && element !== place) parent.insertBefore(element, place);
    else place = place?.nextElementSibling ?? null;
  }
  for (const gone of before.values()) gone.remove();
}

/**
 * What was open in the old element is open in the new one.
 * @param {Element} old
 * @param {Element} element
 */
function adopt(old, element) {
  const details = element.querySelectorAll('details');
  for (const [index, was] of old.querySelectorAll('details').entries()) {
    const now = details[index];
    if (now) now.open = was.open;
  }
}

/** @param {string} text */
function hash(text) {
  let sum = 5381;
  for (let index = 0; index < text.length; index++) sum = (sum * 33) ^ text.charCodeAt(index);
  return String(sum >>> 0);
}
