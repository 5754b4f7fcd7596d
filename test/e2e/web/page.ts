import type { PageAnswer } from '../../support/browser-session';

type Page = Pick<PageAnswer, '$'>;

/** What the page says at the top about what was just done. */
export const flashOf = ({ $ }: Page): string => $('.flashes').text().trim();

/** The errors beside the fields, by field. */
export function errorsOf({ $ }: Page): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const element of $('.invalid-feedback').get()) {
    errors[($(element).attr('id') ?? '').replace(/-errors$/, '')] = $(element).text().trim();
  }
  return errors;
}

/** What the page says of a form as a whole. */
export const formErrorOf = ({ $ }: Page): string => $('form .flash-danger').text().trim();

/** What stands in the fields that people see, by field. */
export function valuesOf({ $ }: Page): Record<string, string> {
  const values: Record<string, string> = {};
  for (const element of $('.field, .composer-field').find('input, textarea').get()) {
    values[$(element).attr('name') ?? ''] = String($(element).val() ?? '');
  }
  return values;
}

/** The texts of all elements that a selector finds, top to bottom. */
export const textsOf = ({ $ }: Page, selector: string): string[] =>
  $(selector)
    .get()
    .map((element) => $(element).text().trim());

/** The texts of the posts, top to bottom. */
export const postsOf = (page: Page): string[] => textsOf(page, '.post-body');

/** All words of a part of the page, without the markup. */
export const textOf = ({ $ }: Page, selector = 'main'): string => $(selector).text().replaceAll(/\s+/g, ' ').trim();

/** The addresses of the pager's links; undefined where there is nothing more. */
export const pagerOf = ({ $ }: Page): { newer: string | undefined; older: string | undefined } => {
  const [newer, older] = $('.pager a').get();
  return { newer: newer && $(newer).attr('href'), older: older && $(older).attr('href') };
};
