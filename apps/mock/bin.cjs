#!/usr/bin/env node
// Written in ES5, so that old Node versions print this message instead of a syntax error.
'use strict';
var needed = [22, 18];
var found = process.versions.node.split('.').map(Number);
if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  process.stderr.write(
    'telecrm-mock: this is Node ' +
      process.versions.node +
      ', and the sandbox needs Node ' +
      needed.join('.') +
      ' or newer: install a newer Node\n',
  );
  process.exitCode = 1;
} else {
  // Most of the startup time is spent on compiling code, which Node caches for the next start.
  require('node:module').enableCompileCache();
  import('./dist/main.js');
}
