/**
 * A decorator of a parameter that also tells the API document what it reads, so that neither is forgotten:
 * `describedParam(bodyOf(type), ApiBody({ type }))`.
 */
export function describedParam(read: ParameterDecorator, ...descriptions: MethodDecorator[]): ParameterDecorator {
  return (controller, method, index) => {
    read(controller, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(controller, method);
    if (method === undefined || !descriptor) throw new Error('Only the parameters of a method can be described');
    for (const describe of descriptions) describe(controller, method, descriptor);
  };
}
