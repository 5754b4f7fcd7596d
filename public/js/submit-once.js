/** A form that is sent twice by a double click arrives once. */

/** @type {Set<HTMLFormElement>} */
const sent = new Set();

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !('once' in form.dataset)) return;
  if (sent.has(form)) event.preventDefault();
  else sent.add(form);
});

// The page comes back from the cache as it was left: its forms must work again.
addEventListener('pageshow', () => sent.clear());
