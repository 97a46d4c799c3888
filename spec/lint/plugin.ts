import { arrayItems } from './rules/array-items.ts';
import { componentFileNames } from './rules/component-file-names.ts';
import { errorEnvelope } from './rules/error-envelope.ts';
import { evidenceNote } from './rules/evidence-note.ts';
import { extensions } from './rules/extensions.ts';
import { flatInlineObjects } from './rules/flat-inline-objects.ts';
import { formatPattern } from './rules/format-pattern.ts';
import { operationIdVerb } from './rules/operation-id-verb.ts';
import { paginationFits } from './rules/pagination-fits.ts';
import { pathFileNames } from './rules/path-file-names.ts';
import { schemaDescriptions } from './rules/schema-descriptions.ts';
import { violatesFits } from './rules/violates-fits.ts';

/** Our own rules for Redocly: what its configurable rules (see redocly.yaml) cannot say. */
export default function plugin() {
  return {
    id: 'telecrm',
    rules: {
      oas3: {
        'array-items': arrayItems,
        'component-file-names': componentFileNames,
        'error-envelope': errorEnvelope,
        'evidence-note': evidenceNote,
        extensions,
        'flat-inline-objects': flatInlineObjects,
        'format-pattern': formatPattern,
        'operation-id-verb': operationIdVerb,
        'pagination-fits': paginationFits,
        'path-file-names': pathFileNames,
        'schema-descriptions': schemaDescriptions,
        'violates-fits': violatesFits,
      },
    },
  };
}
