/** Moments in the reader's own time zone: the one of their account, which the server knows, too, else the one of this browser. */

const { lang: locale, dataset } = document.documentElement;
const timeZone = dataset.timeZone;

// So that the server, too, shows the next page by the clock of this browser.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (here) {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `time_zone=${encodeURIComponent(here)}; path=${dataset.cookiePath}; max-age=31536000; samesite=lax${secure}`;
}

/** The server's rules, see src/web/moments.ts. @type {[Intl.RelativeTimeFormatUnit, number][]} */
const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const full = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** @param {Date} moment */
function sayRelative(moment) {
  const seconds = Math.round((moment.getTime() - Date.now()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', Infinity];
  return relative.format(Math.trunc(seconds / size) || 0, unit);
}

/** @param {ParentNode} root */
function refresh(root) {
  for (const time of root.querySelectorAll('time')) {
    const moment = new Date(time.dateTime);
    const format = time.dataset.format;
    time.title = full.format(moment);
    time.textContent = format === 'full' ? time.title : format === 'short' ? short.format(moment) : sayRelative(moment);
  }
}

refresh(document);
setInterval(() => refresh(document), 30_000);
document.addEventListener('microblog:inserted', ({ target }) => {
  if (target instanceof Element) refresh(target);
});
