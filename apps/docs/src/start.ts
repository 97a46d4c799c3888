import { serveDocs } from './serve/serve.ts';

const docs = await serveDocs().catch((error: unknown) => {
  console.error(`docs: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
console.log(`docs: ${docs.url}`);
process.once('SIGINT', docs.close).once('SIGTERM', docs.close);
