import type { Operation } from '@telecrm/spec/model';
import { slug } from 'github-slugger';

/** What follows `#` in the address of an operation in Redoc; a test opens each in a browser. */
export function redocAnchor({ tag, id }: Operation): string {
  return `/${slug(tag)}/${slug(id)}`;
}

/** Where an operation is in Redoc, from the site's root. */
export function redocAddress(operation: Operation): string {
  return `${operation.api}/redoc/#${redocAnchor(operation)}`;
}
