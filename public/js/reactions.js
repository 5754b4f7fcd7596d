/** Like, repost, bookmark without leaving the page: the same forms are sent, and the post is drawn anew from what comes back. */

const QUICK = /\/post\/(\d+)\/(un)?(like|repost|bookmark)$/;

/** @param {HTMLFormElement} form @param {HTMLButtonElement} button @param {string} cardUrl */
async function press(form, button, cardUrl) {
  const fields = new FormData(form);
  fields.set('next', cardUrl);
  // The answer redirects to the card, which fetch follows.
  const answer = await fetch(button.formAction, {
    method: 'POST',
    body: new URLSearchParams(/** @type {[string, string][]} */ ([...fields])),
    headers: { accept: 'text/html' },
  });
  if (!answer.ok || new URL(answer.url).pathname !== new URL(cardUrl, location.href).pathname)
    throw new Error(`It answered ${answer.status}`);
  return answer.text();
}

/** @param {string} id @param {string} html @param {string} kind */
function redraw(id, html, kind) {
  const drawing = new DOMParser().parseFromString(html, 'text/html');
  const fresh = drawing.querySelector(`[data-post="${id}"] .post-actions`);
  if (!fresh) return;
  // A post may stand on a page twice: said, and passed on.
  for (const actions of document.querySelectorAll(`[data-post="${id}"] .post-actions`)) {
    const hadFocus = actions.contains(document.activeElement);
    const copy = /** @type {HTMLElement} */ (document.importNode(fresh, true));
    actions.replaceWith(copy);
    if (hadFocus) /** @type {HTMLElement | null} */ (copy.querySelector(`.post-action-${kind}`))?.focus();
  }
}

document.addEventListener('submit', (event) => {
  const { submitter, target } = event;
  if (event.defaultPrevented || !(submitter instanceof HTMLButtonElement) || !(target instanceof HTMLFormElement)) return;
  const [, id = '', , kind = ''] = QUICK.exec(new URL(submitter.formAction).pathname) ?? [];
  if (target.id !== 'post-form' || id === '') return;
  event.preventDefault();
  submitter.setAttribute('aria-busy', 'true');
  const cardUrl = new URL(submitter.formAction).pathname.replace(/[^/]+$/, 'card');
  press(target, submitter, cardUrl).then(
    (html) => redraw(id, html, kind),
    // The plain way shows what is wrong.
    () => {
      target.action = submitter.formAction;
      target.submit();
    },
  );
});
