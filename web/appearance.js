'use strict';
// Before the first paint: the theme that was chosen on this device, so that nothing flashes, and of the portal's pages
// the language and a title, as the program will write it. ES5 and nothing else, since the log-in page has it, too.
(function () {
  function stored(key) {
    try { return localStorage.getItem('orderdeck.' + key); } catch (error) { return null; /* storage is forbidden */ }
  }
  var theme = stored('theme'), root = document.documentElement;
  if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);

  var page = { '/': 0, '/orders': 0 }[location.pathname];
  if (/^\/orders\/\d+$/.test(location.pathname)) page = 1;
  if (page === undefined || !document.getElementById('theme-color')) return;
  var wanted = [stored('language')].concat(navigator.languages || [navigator.language]).filter(function (tag) {
    return /^(zh|en)/i.test(tag || '');
  })[0] || 'en';
  var chinese = /^zh/i.test(wanted);
  root.lang = chinese ? 'zh-CN' : 'en';
  document.title = (chinese ? ['订单', '订单详情'] : ['Orders', 'Order'])[page] + ' · Orderdeck';
})();
