// Draws the API document with Swagger UI, which is loaded before this module.

/** @typedef {{ SwaggerUIBundle: (options: object) => unknown }} WithSwagger */

const { documentElement: root } = document;
const isDark =
  root.dataset.theme === 'dark' || (root.dataset.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
root.classList.toggle('dark-mode', isDark);

const place = document.getElementById('api-docs');

if (place) {
  /** @type {Window & WithSwagger} */ (/** @type {unknown} */ (window)).SwaggerUIBundle({
    domNode: place,
    url: place.dataset.document,
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    // It would ask a server of others whether the document is valid.
    validatorUrl: null,
  });
}
