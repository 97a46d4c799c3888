#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Most of the start is the reading of code, which Node then remembers from one start to the next.
enableCompileCache();
// Leads outlive the call that made them, so that more room for what is new costs 100 MB and gains nothing.
setFlagsFromString('--semi-space-growth-factor=1');

const { run } = await import('./cli.ts');
process.exitCode = await run(process.argv.slice(2));
