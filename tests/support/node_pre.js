// Runs before a wasm test under node. Emscripten's loader takes the global fetch of node >= 18 for a browser's.
delete globalThis.fetch;
Module['preRun'] = Module['preRun'] || [];
Module['preRun'].push(function () {
  if (typeof ENV === 'undefined') return;
  ['CI', 'ORDERDECK_SOURCE', 'ORDERDECK_DATA'].forEach(function (name) {
    if (process.env[name] !== undefined) ENV[name] = process.env[name];
  });
});
