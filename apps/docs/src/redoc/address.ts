import type { Operation } from '@telecrm/spec/model';
import { slug } from 'github-slugger';

/** The URL fragment of an operation in Redoc, without `#`. A test opens each of them in a browser. */
export function redocAnchor({ tag, id }: Operation): string {
  return `/${slug(tag)}/${slug(id)}`;
}

/** The path of an operation in Redoc, from the site's root. */
export function redocAddress(operation: Operation): string {
  return `${operation.api}/redoc/#${redocAnchor(operation)}`;
}
