import type { ApiModel } from '@telecrm/spec/model';

/** The downloads of an API: paths from the site's root, with their labels. */
export function downloadsOf({ name }: ApiModel): [path: string, label: string][] {
  return [
    [`openapi/${name}.yaml`, `${name}.yaml`],
    [`openapi/${name}.json`, `${name}.json`],
    [`collections/${name}.postman_collection.json`, 'Postman collection'],
    [`collections/telecrm-${name}.bruno.zip`, 'Bruno collection'],
  ];
}
