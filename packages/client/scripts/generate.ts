/** Writes src/generated: types, methods and operations of both APIs, their errors, and constants. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fingerprint } from '@telecrm/spec';
import { apis } from '@telecrm/spec/model';
import manifest from '../package.json' with { type: 'json' };
import { errorsModule } from './errors-module.ts';
import { factsModule } from './facts-module.ts';
import { methodsModule, type WorkspaceModules } from './methods-module.ts';
import { operationsModule } from './operations-module.ts';
import { wireTypes } from './wire-types.ts';

const folder = new URL('../src/generated/', import.meta.url);
const { sync, async } = apis();
// The Async API also sends undocumented confirmations; see src/results/acknowledgement.ts.
const acknowledgement = { type: 'Acknowledgement', from: '../results/acknowledgement.ts' };
// The modules with the types that are generic over a workspace.
const [leads, actions] = ['../workspace/leads.ts', '../workspace/actions.ts'];
const workspace: WorkspaceModules = {
  schemas: new Map([
    ['AsyncLeadRequest', leads],
    ['CreateLeadRequest', leads],
    ['UpdateLeadRequest', leads],
    ['UpdatedLead', leads],
    ['Lead', leads],
    ['LeadSearchRequest', leads],
    ['LeadSearchResponse', leads],
    ['CreateActionsRequest', actions],
    ['UpdateActionRequest', actions],
    ['Action', actions],
    ['ActionSearchRequest', actions],
    ['ActionSearchResponse', actions],
  ]),
  parameters: new Map([
    ['customActionCode', { type: 'PrefixedCode', from: '../workspace/codes.ts' }],
    ['fieldApiName', { type: 'FieldName', from: leads }],
  ]),
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const api of [sync, async]) {
  await write(`${api.name}.ts`, await wireTypes(api));
  await write(`${api.name}-operations.ts`, operationsModule(api));
}
await write(
  'sync-methods.ts',
  methodsModule({ module: 'sync', name: 'SyncMethods', workspace }, sync),
);
await write(
  'async-methods.ts',
  methodsModule(
    { module: 'async', name: 'AsyncMethods', response: acknowledgement, workspace },
    async,
  ),
);
await write('errors.ts', errorsModule([...sync.operations, ...async.operations]));
await write('facts.ts', factsModule({ version: manifest.version, fingerprint, sync, async }));

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, folder), text);
}
