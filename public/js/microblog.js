/** Everything works without scripts; these make it pleasant. Each looks for its own elements and leaves a page without them alone. */
import './composer.js';
import './menus.js';
import './popup.js';
import './submit-once.js';
import { refreshTimes } from './times.js';

refreshTimes(document);
setInterval(() => refreshTimes(document), 30_000);
