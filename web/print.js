'use strict';
// The page is whole without this: whoever has no script prints by the browser's own menu.
const print = document.getElementById('print');
print.hidden = false;
print.addEventListener('click', () => window.print());
