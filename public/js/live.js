/** Keeps what an open page shows up to date: badges, progress, whether there are new posts. By a stream; where there is none, by asking. */

const POLL_EVERY_MS = 10_000;

/** @typedef {{ name: string, data: unknown, timestamp: number }} Value */

const nav = /** @type {HTMLElement | null} */ (document.querySelector('[data-stream-url]'));
const banner = /** @type {HTMLElement | null} */ (document.querySelector('[data-new-posts]'));

/** By the value that it shows: the name of a badge, and what it says. @type {Record<string, { name: string, label: (n: number) => string }>} */
const badges = {
  unread_message_count: { name: 'messages', label: (n) => t('site.nav.unreadMessages', { n }) },
  unread_notification_count: { name: 'notifications', label: (n) => t('site.nav.unreadNotifications', { n }) },
};

/** @type {EventSource | undefined} */
let stream;
/** @type {ReturnType<typeof setInterval> | undefined} */
let polling;
// By the clock of the site: that of the device may be ahead of it.
let since = (Date.parse(document.documentElement.dataset.drawnAt ?? '') || 0) / 1000;

/** @param {Value} value */
function apply({ name, data, timestamp }) {
  since = Math.max(since, timestamp);
  const known = badges[name];
  const badge = known && document.querySelector(`[data-badge="${known.name}"]`);
  if (badge instanceof HTMLElement && typeof data === 'number') showBadge(badge, data, known?.label(data) ?? '');
  document.dispatchEvent(new CustomEvent('microblog:value', { detail: { name, data } }));
}

/** @param {HTMLElement} badge @param {number} count @param {string} text */
function showBadge(badge, count, text) {
  const [number, label] = [badge.querySelector('[data-badge-count]'), badge.querySelector('[data-badge-label]')];
  badge.hidden = count === 0;
  if (number) number.textContent = count.toLocaleString(document.documentElement.lang);
  if (label) label.textContent = text;
}

/** What is being read stays where it is: the reader decides when to look. @param {number} count */
function announce(count) {
  const link = banner?.querySelector('a');
  if (!banner || !link) return;
  link.textContent = t('timeline.home.newPosts', { n: count });
  banner.hidden = count === 0;
}

async function poll() {
  const answer = await fetch(`${nav?.dataset.pollUrl}?since=${since}`, { headers: { accept: 'application/json' } });
  if (answer.ok && !answer.redirected) for (const value of /** @type {Value[]} */ (await answer.json())) apply(value);
}

/** @param {MessageEvent} event @returns {unknown} */
const parsed = ({ data }) => JSON.parse(String(data));

function connect() {
  if (!nav || stream) return;
  const newest = banner?.dataset.newestPost;
  stream = new EventSource(newest === undefined ? `${nav.dataset.streamUrl}` : `${nav.dataset.streamUrl}?timeline=${newest}`);
  stream.addEventListener('message', (event) => apply(/** @type {Value} */ (parsed(event))));
  stream.addEventListener('posts', (event) => announce(/** @type {{ count: number }} */ (parsed(event)).count));
  stream.addEventListener('open', () => clearInterval(polling));
  stream.addEventListener('error', () => {
    // A stream that was cut comes back by itself; one that was refused does not.
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = undefined;
    clearInterval(polling);
    polling = setInterval(() => void poll().catch(() => undefined), POLL_EVERY_MS);
  });
}

function disconnect() {
  stream?.close();
  stream = undefined;
  clearInterval(polling);
}

if (nav) {
  // Browsers have few connections for one site: a page that nobody sees needs none.
  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', () => !document.hidden && connect());
}
