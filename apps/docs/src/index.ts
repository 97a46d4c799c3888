export { type DocsOptions, type DocsServer, serveDocs } from './serve/serve.ts';
