import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { AppRequest } from '../common/app-request';
import { readInput } from '../common/input';
import { csrfFaultOf } from './csrf';
import { Form } from './form';

const TAKES_FORM = 'microblog:takes-form';

interface Sent {
  readonly type: new () => object;
  readonly request: AppRequest;
}

@Injectable()
class ReadForm implements PipeTransform<Sent, Promise<Form<object>>> {
  async transform({ type, request }: Sent): Promise<Form<object>> {
    return Form.sent(type, await readInput(type, request.body, request.user), csrfFaultOf(request));
  }
}

const sentForm = createParamDecorator((type: new () => object, context: ExecutionContext): Sent => ({
  type,
  request: context.switchToHttp().getRequest(),
}));

/** The form that was sent, read into a form class: `@FormOf(PublishPostDto) form: Form<PublishPostDto>`. */
export function FormOf(type: new () => object): ParameterDecorator {
  return (controller, method, index) => {
    const handler = method === undefined ? undefined : (controller as Record<string | symbol, object>)[method];
    if (handler) Reflect.defineMetadata(TAKES_FORM, true, handler);
    sentForm(type, ReadForm)(controller, method, index);
  };
}

/** True for a handler that shows a refused token beside its form, so that what was typed is not lost. */
export const takesForm = (handler: object): boolean => Reflect.getMetadata(TAKES_FORM, handler) === true;
