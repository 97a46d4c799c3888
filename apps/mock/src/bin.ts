#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Most of the start is the reading of code, which Node then remembers from one start to the next.
enableCompileCache();
const { run } = await import('./cli.ts');
process.exitCode = await run(process.argv.slice(2));
