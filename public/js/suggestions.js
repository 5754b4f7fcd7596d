/** Names and tags to choose from, while one types into the box for searching. */

const ASK_AFTER_MS = 150;

/** @param {HTMLInputElement} input */
function attend(input) {
  const list = document.createElement('datalist');
  list.id = `suggestions-${document.querySelectorAll('datalist').length}`;
  input.after(list);
  input.setAttribute('list', list.id);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void suggest(input, list).catch(() => undefined), ASK_AFTER_MS);
  });
}

/** @param {HTMLInputElement} input @param {HTMLDataListElement} list */
async function suggest(input, list) {
  const typed = input.value;
  if (!/^[@#]?\S+$/.test(typed)) return list.replaceChildren();
  const answer = await fetch(`${input.dataset.suggestionsUrl}?q=${encodeURIComponent(typed)}`, {
    headers: { accept: 'application/json' },
  });
  if (!answer.ok || answer.redirected || input.value !== typed) return;
  const told = /** @type {unknown} */ (await answer.json());
  const values = /** @type {string[]} */ (told);
  list.replaceChildren(
    ...values.map((value) => {
      const option = document.createElement('option');
      option.value = value;
      return option;
    }),
  );
}

for (const input of document.querySelectorAll('[data-suggestions-url]')) if (input instanceof HTMLInputElement) attend(input);
