/** Moves the bar of an export that is being made, and shows how it ended. */

/** @typedef {{ task_id: number, progress: number, state: string }} Progress */

/** @param {Progress} value */
function show({ task_id: id, progress, state }) {
  const bar = document.querySelector(`[data-export-progress="${id}"]`);
  if (!(bar instanceof HTMLProgressElement)) return;
  bar.value = progress;
  const percent = document.querySelector('[data-export-percent]');
  if (percent) percent.textContent = (progress / 100).toLocaleString(document.documentElement.lang, { style: 'percent' });
  if (state !== 'running') void showEnd().catch(() => undefined);
}

/** The server says how it ended: this page as it is now, of which only that piece is taken. */
async function showEnd() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const end = page.querySelector('[data-export]');
  if (answer.ok && end) document.querySelector('[data-export]')?.replaceChildren(...end.childNodes);
}

document.addEventListener('microblog:value', (event) => {
  const { name, data } = /** @type {CustomEvent<{ name: string, data: Progress }>} */ (event).detail;
  if (name === 'task_progress') show(data);
});
