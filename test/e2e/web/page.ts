import type { PageAnswer } from '../../support/browser-session';

type Page = Pick<PageAnswer, '$'>;

/** What the page says at the top about what was just done. */
export const flashOf = ({ $ }: Page): string => $('.flashes').text().trim();

/** The errors beside the fields, by field. */
export const errorsOf = ({ $ }: Page): Record<string, string> =>
  Object.fromEntries(
    $('.invalid-feedback')
      .get()
      .map((element) => [
        $(element)
          .attr('id')
          ?.replace(/-errors$/, ''),
        $(element).text().trim(),
      ]),
  );

/** What the page says of a form as a whole. */
export const formErrorOf = ({ $ }: Page): string => $('form .flash-danger').text().trim();

/** What stands in the fields, by field. */
export const valuesOf = ({ $ }: Page): Record<string, string> =>
  Object.fromEntries(
    $('.field, .composer-field')
      .find('input, textarea')
      .get()
      .map((element) => [$(element).attr('name'), String($(element).val() ?? '')]),
  );

/** The texts of the posts, top to bottom. */
export const postsOf = ({ $ }: Page): string[] =>
  $('.post-body')
    .get()
    .map((element) => $(element).text());

/** The words without the markup. */
export const textOf = ({ $ }: Page, selector = 'main'): string => $(selector).text().replaceAll(/\s+/g, ' ').trim();
