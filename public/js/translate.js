/** Translates a post where it stands; pressed again, it shows the original. */

/** @typedef {{ text: string, dest_language: string } | { message: string }} Answer */

/** @param {HTMLButtonElement} button @param {HTMLFormElement} form @returns {Promise<Answer>} */
async function ask(button, form) {
  const fields = new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form, button)]));
  const answer = await fetch(button.formAction, { method: 'POST', body: fields, headers: { accept: 'application/json' } });
  const told = /** @type {unknown} */ (await answer.json());
  return /** @type {Answer} */ (told);
}

/** @param {HTMLButtonElement} button @param {HTMLElement} below */
function show(button, below) {
  const original = button.textContent;
  button.before(below);
  button.textContent = t('translation.back');
  button.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      below.remove();
      button.textContent = original;
    },
    { once: true },
  );
}

/** @param {HTMLButtonElement} button @param {HTMLFormElement} form */
async function translate(button, form) {
  button.parentElement?.querySelector('.translation-failed')?.remove();
  button.setAttribute('aria-busy', 'true');
  const answer = await ask(button, form).catch(() => ({ message: t('errors.translation.failed') }));
  button.removeAttribute('aria-busy');
  const below = document.createElement('p');
  if ('text' in answer) {
    below.className = 'post-body translation';
    below.lang = answer.dest_language;
    below.dir = 'auto';
    below.textContent = answer.text;
    below.setAttribute('role', 'status');
    show(button, below);
  } else {
    below.className = 'translation-failed';
    below.setAttribute('role', 'alert');
    below.textContent = answer.message;
    button.after(below);
  }
}

document.addEventListener('submit', (event) => {
  const { submitter, target } = event;
  if (event.defaultPrevented || !(submitter instanceof HTMLButtonElement) || !(target instanceof HTMLFormElement)) return;
  if (!submitter.classList.contains('post-translate')) return;
  event.preventDefault();
  if (submitter.ariaBusy !== 'true') void translate(submitter, target);
});
