/** A <details data-menu> closes by Escape and by a click elsewhere, as a menu does. */

const openMenus = () => document.querySelectorAll('details[data-menu][open]');

document.addEventListener('click', ({ target }) => {
  for (const menu of openMenus()) if (!menu.contains(/** @type {Node} */ (target))) menu.removeAttribute('open');
});

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const menu of openMenus()) {
    const hadFocus = menu.contains(document.activeElement);
    menu.removeAttribute('open');
    if (hadFocus) menu.querySelector('summary')?.focus();
  }
});
