'use strict';
// Requests to our own server. The end of each one is told by p_fetch_done with the numbers of HttpOutcome.
Orderdeck.http = {
  answered: 0,
  unreachable: 1,
  timedOut: 2,
  aborted: 3,
  running: new Map(),

  // head: "METHOD\npath\nName: value\n..."
  start: function (id, head, body, timeout) {
    const lines = head.split('\n'), headers = {};
    for (const line of lines.slice(2)) {
      const colon = line.indexOf(': ');
      headers[line.slice(0, colon)] = line.slice(colon + 2);
    }
    const run = { controller: new AbortController(), why: this.aborted };
    run.timer = setTimeout(() => { run.why = this.timedOut; run.controller.abort(); }, timeout);
    this.running.set(id, run);
    if (!Orderdeck.navigation.isOwnPath(lines[1])) { this.fail(id, run, this.unreachable); return; }
    fetch(lines[1], {
      method: lines[0], headers: headers, body: body.length > 0 ? body : undefined,
      signal: run.controller.signal, credentials: 'same-origin', cache: 'no-store',
    }).then((response) => response.arrayBuffer().then((bytes) => this.done(id, run, response, new Uint8Array(bytes))))
      .catch(() => this.fail(id, run, run.controller.signal.aborted ? run.why : this.unreachable));
  },

  abort: function (id) {
    const run = this.running.get(id);
    if (run) run.controller.abort();
  },

  done: function (id, run, response, body) {
    const header = (name) => (response.headers.get(name) || '').replace(/\n/g, ' ') + '\n';
    const head = Orderdeck.encoder.encode(header('etag') + header('retry-after') + header('content-type'));
    const all = new Uint8Array(head.length + body.length);
    all.set(head);
    all.set(body, head.length);
    this.finish(id, run, this.answered, response.status, all);
  },

  fail: function (id, run, outcome) {
    setTimeout(() => this.finish(id, run, outcome, 0, new Uint8Array(0)), 0);
  },

  finish: function (id, run, outcome, status, bytes) {
    clearTimeout(run.timer);
    this.running.delete(id);
    Orderdeck.give(bytes);
    Module._p_fetch_done(id, outcome, status);
  },
};
