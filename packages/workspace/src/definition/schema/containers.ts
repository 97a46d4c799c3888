import * as v from 'valibot';
import { isObject } from '../../json/json.ts';
import { keyMessage, wrongType } from './messages.ts';

/** The message for a list that is longer than its limit. */
export function tooMany(max: number): string {
  return `is too long: send at most ${max} entries`;
}

/** An array with a maximum length. */
export function list<const Item extends v.GenericSchema>(item: Item, max: number) {
  return v.pipe(
    v.array(item, wrongType('send an array')),
    v.maxLength(max, tooMany(max)),
    v.readonly(),
  );
}

/** A list whose items have distinct keys. */
export function distinct<const Item extends v.GenericSchema>(
  item: Item,
  max: number,
  keyOf: (item: v.InferOutput<Item>) => string,
  fix: string,
) {
  return v.pipe(
    list(item, max),
    v.check(
      (items) => new Set(items.map(keyOf)).size === items.length,
      `has an entry twice: ${fix}`,
    ),
  );
}

/** An object without unknown keys. */
export function object<const Entries extends v.ObjectEntries>(title: string, entries: Entries) {
  const schema = v.pipe(v.strictObject(entries, keyMessage(entries)), v.readonly(), v.title(title));
  const notAnObject = v.custom<never>(() => false, wrongType('send an object'));
  // Valibot accepts an array as an object.
  return v.lazy((input) => (input === undefined || isObject(input) ? schema : notAnObject));
}
