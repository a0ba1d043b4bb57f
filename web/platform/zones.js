'use strict';
// Time zones as the browser knows them.
Orderdeck.zones = {
  // "ms:minutes,..." from two years back to three ahead, found to the minute: `at` tells the offset at an instant.
  find: function (at) {
    // No zone changes its clocks twice within a week.
    const week = 604800000, now = Date.now(), end = now + 157 * week;
    let from = now - 105 * week, out = Math.floor(from) + ':' + at(from);
    for (; from < end; from += week) {
      if (at(from) === at(from + week)) continue;
      let low = from, high = from + week;
      while (high - low > 1000) { const mid = (low + high) / 2; if (at(mid) === at(low)) low = mid; else high = mid; }
      out += ',' + Math.round(high / 60000) * 60000 + ':' + at(high);
    }
    return out;
  },

  ofDevice: function () { return this.find((ms) => -new Date(ms).getTimezoneOffset()); },

  // Empty when this browser does not know the zone.
  transitions: function (zone) {
    const number = 'numeric';
    let format;
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: number, month: number,
        day: number, hour: number, minute: number, second: number });
    } catch (error) {
      return '';
    }
    return this.find((ms) => {
      const is = {}, whole = Math.floor(ms / 1000) * 1000;
      for (const part of format.formatToParts(whole)) is[part.type] = +part.value;
      const clock = Date.UTC(is.year, is.month - 1, is.day, is.hour, is.minute, is.second);
      return Math.round((clock - whole) / 60000);
    });
  },

  // Lines "id<TAB>words". Older browsers have no list, then there is only what the person has already.
  names: function (language, style) {
    const ids = Intl.supportedValuesOf ? Intl.supportedValuesOf('timeZone') : [];
    if (!ids.includes('UTC')) ids.push('UTC');
    return ids.map((id) => id + '\t' + this.words(id, language, style)).join('\n');
  },

  words: function (id, language, style) {
    try {
      return new Intl.DateTimeFormat(language, { timeZone: id, timeZoneName: style }).formatToParts(0)
        .find((part) => part.type === 'timeZoneName').value;
    } catch (error) {
      return '';
    }
  },
};
