#!/usr/bin/env node
// In the syntax of old engines, so that they can say what is missing instead of failing on the syntax.
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
  // Most of the start is the reading of code, which Node then remembers from one start to the next.
  require('node:module').enableCompileCache();
  import('./dist/main.js');
}
