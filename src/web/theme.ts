import type { AppRequest } from '../common/app-request';
import { type Theme, THEMES } from '../common/theme';

export const THEME_COOKIE = 'theme';

/** How the pages of a request are coloured: by the settings of who is asking, else by the cookie. */
export function themeOf({ user, cookies }: AppRequest): Theme {
  const wished = user?.theme ?? cookies[THEME_COOKIE];
  return THEMES.find((theme) => theme === wished) ?? 'auto';
}
