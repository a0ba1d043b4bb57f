'use strict';
// Files for the person's own folder. The end of a fetched one is told by p_download_done with the numbers of
// DownloadOutcome.
Orderdeck.downloads = {
  saved: 0,
  refused: 1,
  unreachable: 2,
  timedOut: 3,
  timeout: 120000,
  parts: [],

  // form: an application/x-www-form-urlencoded body.
  fetch: function (id, path, form) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), this.timeout);
    const end = (outcome, status, leftOut, name) => {
      clearTimeout(timer);
      Orderdeck.give(name);
      Module._p_download_done(id, outcome, status, leftOut);
    };
    // WebKit tells our origin, by which the server knows its own pages, only where it may tell the referrer.
    fetch(path, {
      method: 'POST', body: new URLSearchParams(form), signal: controller.signal, credentials: 'same-origin',
      cache: 'no-store', redirect: 'error', referrerPolicy: 'same-origin',
    }).then((response) => {
      if (response.status !== 200) { end(this.refused, response.status, 0, ''); return null; }
      const name = this.nameIn(response.headers.get('content-disposition') || '');
      const leftOut = Number(response.headers.get('orderdeck-left-out')) || 0;
      return response.blob().then((file) => {
        this.put(file, name);
        end(this.saved, response.status, leftOut, name);
      });
    }).catch(() => end(controller.signal.aborted ? this.timedOut : this.unreachable, 0, 0, ''));
  },

  nameIn: function (disposition) {
    const match = /filename="([^"]+)"/.exec(disposition);
    return match ? match[1] : 'orderdeck';
  },

  add: function (part) { this.parts.push(part); },

  save: function (name, type) {
    const file = new Blob(this.parts, { type: type });
    this.parts = [];
    this.put(file, name);
  },

  put: function (file, name) {
    const link = document.createElement('a'), address = URL.createObjectURL(file);
    link.href = address;
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    // Browsers read the file after the click.
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  },

  // A form that the browser sends itself, so that the answer is a page with its own address, printing and closing.
  open: function (path, form) {
    const page = document.createElement('form'), referrer = document.createElement('meta');
    // See fetch; a form has no policy of its own.
    referrer.name = 'referrer';
    referrer.content = 'same-origin';
    page.method = 'post';
    page.action = path;
    page.target = '_blank';
    page.rel = 'noopener';
    page.hidden = true;
    for (const [name, value] of new URLSearchParams(form)) {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      page.append(field);
    }
    document.head.append(referrer);
    document.body.append(page);
    page.submit();
    page.remove();
    referrer.remove();
  },
};
