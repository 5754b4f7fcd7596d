/** Counts what is being written, and sends it by Ctrl+Enter. Counted in code points, as the server does: an emoji may be two units. */

const NEAR = 20;

/** @param {HTMLTextAreaElement} area */
function count(area) {
  const counter = document.querySelector(`[data-counter-for="${area.id}"]`);
  const number = counter?.querySelector('[data-count]');
  const status = document.querySelector(`[data-counter-status-for="${area.id}"]`);
  if (!(counter instanceof HTMLElement) || !number || !(status instanceof HTMLElement)) return;

  const left = Number(area.dataset.limit) - [...area.value].length;
  counter.dataset.state = left < 0 ? 'over' : left <= NEAR ? 'near' : 'far';
  const format = new Intl.NumberFormat(document.documentElement.lang);
  number.textContent = format.format(left);
  // Read aloud only where it matters, not at every key.
  if (left < 0) status.textContent = `${t('site.counter.over')} ${format.format(-left)}`;
  else
    status.textContent =
      left === 0 || left === NEAR / 2 || left === NEAR ? `${t('site.counter.left')} ${format.format(left)}` : '';
}

for (const area of document.querySelectorAll('textarea')) {
  if (!area.dataset.limit) continue;
  count(area);
  area.addEventListener('input', () => count(area));
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    area.form?.requestSubmit();
  });
}
