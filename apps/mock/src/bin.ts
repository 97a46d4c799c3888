#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Most of the start is the reading of code, which Node then remembers from one start to the next.
enableCompileCache();
const { run } = await import('./cli.ts');
// From here on, what outlives its call stays for good: more room for what is new would cost memory and gain nothing.
setFlagsFromString('--semi-space-growth-factor=1');
process.exitCode = await run(process.argv.slice(2));
