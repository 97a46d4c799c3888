import { errorEnvelope } from './rules/behavior/error-envelope.ts';
import { evidenceNote } from './rules/behavior/evidence-note.ts';
import { extensions } from './rules/behavior/extensions.ts';
import { paginationFits } from './rules/behavior/pagination-fits.ts';
import { violatesFits } from './rules/behavior/violates-fits.ts';
import { componentFileNames } from './rules/names/component-file-names.ts';
import { operationIdVerb } from './rules/names/operation-id-verb.ts';
import { pathFileNames } from './rules/names/path-file-names.ts';
import { arrayItems } from './rules/schemas/array-items.ts';
import { flatInlineObjects } from './rules/schemas/flat-inline-objects.ts';
import { formatPattern } from './rules/schemas/format-pattern.ts';
import { schemaDescriptions } from './rules/schemas/schema-descriptions.ts';

/** Custom rules for Redocly, for what its configurable rules (see redocly.yaml) cannot express. */
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
