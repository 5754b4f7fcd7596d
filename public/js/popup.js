/** A card about a person beside their name: by mouse, by keyboard, or by a finger that stays, after a moment. A tap follows the link. */

const OPEN_AFTER_MS = 500;
// Time for the pointer to travel from the name to the card.
const CLOSE_AFTER_MS = 250;
const GAP_PX = 8;

/** Each card is fetched once. @type {Map<string, Promise<string>>} */
const cards = new Map();

/** @type {{ trigger: HTMLElement, card: HTMLElement } | undefined} */
let open;
/** The name under the pointer or with the focus. @type {HTMLElement | undefined} */
let wanted;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string} url */
function load(url) {
  let html = cards.get(url);
  if (!html) {
    html = fetch(url, { headers: { accept: 'text/html' } }).then((response) => {
      // Redirected: the session has ended, and this would be the page to sign in.
      if (!response.ok || response.redirected) throw new Error(`${url} answered ${response.status}`);
      return response.text();
    });
    html.catch(() => cards.delete(url));
    cards.set(url, html);
  }
  return html;
}

/** @param {HTMLElement} trigger */
async function show(trigger) {
  // Without a card the name is still a link.
  const html = await load(trigger.dataset.popupUrl ?? '').catch(() => undefined);
  if (html === undefined || wanted !== trigger) return;
  close();
  const card = document.createElement('div');
  card.className = 'popup';
  card.innerHTML = html;
  // Its button leads back to the page that the card is on.
  for (const next of card.querySelectorAll('input[name=next]')) next.setAttribute('value', location.pathname + location.search);
  // Right behind the name, so that the next Tab leads into it.
  (trigger.closest('h2') ?? trigger).after(card);
  card.dispatchEvent(new Event('microblog:inserted', { bubbles: true }));
  place(card, trigger);
  open = { trigger, card };
}

/**
 * Below the name, or above it where there is no room.
 * @param {HTMLElement} card
 * @param {HTMLElement} trigger
 */
function place(card, trigger) {
  const frame = card.offsetParent?.getBoundingClientRect() ?? new DOMRect();
  const name = trigger.getBoundingClientRect();
  const fitsBelow = innerHeight - name.bottom > card.offsetHeight + GAP_PX;
  const top = fitsBelow ? name.bottom + GAP_PX : name.top - GAP_PX - card.offsetHeight;
  const isRightToLeft = getComputedStyle(trigger).direction === 'rtl';
  const start = isRightToLeft ? name.right - card.offsetWidth : name.left;
  const left = Math.min(start - frame.left, frame.width - card.offsetWidth);
  card.style.top = `${top - frame.top}px`;
  card.style.left = `${Math.max(left, 0)}px`;
}

function close() {
  open?.card.remove();
  open = undefined;
}

/** @param {Element} target what the pointer or the focus has come to */
function attend(target) {
  const trigger = target.closest('[data-popup-url]');
  if (open && (trigger === open.trigger || open.card.contains(target))) {
    clearTimeout(timer);
    wanted = open.trigger;
  } else if (trigger instanceof HTMLElement) {
    if (trigger === wanted) return;
    clearTimeout(timer);
    wanted = trigger;
    timer = setTimeout(() => show(trigger), OPEN_AFTER_MS);
  } else if (wanted) {
    clearTimeout(timer);
    wanted = undefined;
    timer = setTimeout(close, CLOSE_AFTER_MS);
  }
}

document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType !== 'mouse' || !(target instanceof Element)) return;
  if (!open?.card.contains(document.activeElement)) attend(target);
});

/** A finger is on a name, or has opened its card and is not lifted yet. */
let isTouching = false;

document.addEventListener('pointerdown', ({ target, pointerType }) => {
  if (pointerType !== 'touch' || !(target instanceof Element)) return;
  isTouching = target.closest('[data-popup-url]') !== null;
  attend(target);
});

for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(end, (event) => {
    if (/** @type {PointerEvent} */ (event).pointerType !== 'touch' || open || !isTouching) return;
    // Lifted too soon, or moved to scroll.
    isTouching = false;
    clearTimeout(timer);
    wanted = undefined;
  });
}

// What a long touch does by itself: a menu about the link, and then the way there.
document.addEventListener('contextmenu', (event) => {
  if (isTouching) event.preventDefault();
});
document.addEventListener('click', (event) => {
  if (isTouching && open?.trigger.contains(/** @type {Node} */ (event.target))) event.preventDefault();
  isTouching = false;
});

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element) attend(target.matches(':focus-visible') ? target : document.body);
});

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  clearTimeout(timer);
  if (open?.card.contains(document.activeElement)) open.trigger.focus();
  close();
});
