'use strict';
// Before the first paint: the theme that was chosen on this device, so that nothing flashes. ES5 and nothing else, since
// the log-in page has it, too.
(function () {
  var theme = null;
  try { theme = localStorage.getItem('orderdeck.theme'); } catch (error) { /* storage is forbidden */ }
  if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
})();
