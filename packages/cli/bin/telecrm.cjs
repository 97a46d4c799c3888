#!/usr/bin/env node
// Old syntax, so that an old Node reads this far and can say which one is needed.
'use strict';

var needed = [22, 18];
var found = process.versions.node.split('.').map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  process.stderr.write(
    ['telecrm needs Node ', needed.join('.'), ' or newer; this is ', process.version, '.\n'].join(
      '',
    ),
  );
  process.exitCode = 2;
} else {
  // Files of any size are read as streams: less memory is worth more here than the last tenth of speed.
  require('node:v8').setFlagsFromString('--optimize-for-size');
  require('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
  import('../dist/main.js').then(start);
}

function start(module) {
  return module.main();
}
