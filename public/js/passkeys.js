/**
 * Asks the device for a passkey when a form of ours wants one, puts its answer into the form, and sends that. `@simplewebauthn/browser` speaks with
 * the device.
 *
 * @typedef {{
 *   browserSupportsWebAuthn: () => boolean,
 *   startAuthentication: (options: { optionsJSON: unknown }) => Promise<object>,
 *   startRegistration: (options: { optionsJSON: unknown }) => Promise<object>,
 * }} WebAuthn
 */

const webAuthn = /** @type {{ SimpleWebAuthnBrowser?: WebAuthn }} */ (globalThis).SimpleWebAuthnBrowser;

if (webAuthn?.browserSupportsWebAuthn()) {
  for (const place of document.querySelectorAll('[data-passkey]')) if (place instanceof HTMLElement) offer(place, webAuthn);
}

/**
 * @param {HTMLElement} place
 * @param {WebAuthn} device
 */
function offer(place, device) {
  const form = place.querySelector('form');
  const status = place.querySelector('[data-passkey-status]');
  if (!form || !status) return;
  status.textContent = '';
  place.dataset.ready = '';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    status.textContent = '';
    // Called off, timed out, or unknown to the device: nothing has happened, and the reader may try again.
    answer(place, form, device).catch(
      () => (status.textContent = isAdding(place) ? t('settings.passkeys.failed') : t('auth.passkey.failed')),
    );
  });
}

/**
 * @param {HTMLElement} place
 * @param {HTMLFormElement} form
 * @param {WebAuthn} device
 */
async function answer(place, form, device) {
  const optionsJSON = await optionsOf(place, form);
  const ask = isAdding(place) ? device.startRegistration : device.startAuthentication;
  fieldOf(form, 'answer').value = JSON.stringify(await ask({ optionsJSON }));
  form.submit();
}

/**
 * @param {HTMLElement} place
 * @param {HTMLFormElement} form
 * @returns {Promise<unknown>}
 */
async function optionsOf({ dataset }, form) {
  const headers = { accept: 'application/json', 'x-csrf-token': fieldOf(form, 'csrf_token').value };
  const response = await fetch(dataset.options ?? '', { method: 'POST', headers });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return response.json();
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function fieldOf(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/** @param {HTMLElement} place */
function isAdding(place) {
  return place.dataset.passkey === 'add';
}
