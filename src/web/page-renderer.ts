import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../common/app-request';
import { Translator } from '../i18n/translator';
import type { Locals } from './answers';
import { Form } from './form';
import { presentForm } from './form.presenter';
import { LayoutLocals } from './layout-locals';
import { ViewEngine } from './view-engine';

/** Renders a template with the locals of the layout. */
@Injectable()
export class PageRenderer {
  constructor(
    private readonly engine: ViewEngine,
    private readonly layout: LayoutLocals,
    private readonly translator: Translator,
  ) {}

  /** The HTML of a page, in UTF-8. Sets the headers that go with a page: it is one person's, and in one language. */
  render(template: string, locals: Locals, request: AppRequest, response: Response): Buffer {
    const layout = this.layout.of(request, response);
    const { code } = layout.locale;
    const root: Record<string, unknown> = layout;
    for (const [name, value] of Object.entries(locals)) {
      root[name] = isForm(value) ? presentForm(value, (message) => this.translator.message(code, message)) : value;
    }
    response.type('html');
    response.setHeader('Content-Language', code);
    response.vary('Accept-Language, Cookie');
    // A page that must not be kept at all has said so.
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'private, no-cache');
    return this.engine.renderBytes(template, root);
  }
}

const isForm = (value: unknown): value is Form<object> => value instanceof Form;
