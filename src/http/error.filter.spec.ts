import { type ArgumentsHost, Logger } from '@nestjs/common';
import { ErrorFilter } from './error.filter';

const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();

describe('an error after an answer has begun', () => {
  it('cuts the connection, for half a page is none, and is in the log', () => {
    const error = new Error('The stream broke');
    const response = { headersSent: true, destroy: jest.fn() };
    const http = { getRequest: () => ({ id: 'r1' }), getResponse: () => response };
    // What it is made of is for answers, and here is none to be made.
    const filter = new ErrorFilter(...([] as unknown as ConstructorParameters<typeof ErrorFilter>));

    filter.catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);

    expect(response.destroy).toHaveBeenCalledTimes(1);
    expect(logged).toHaveBeenCalledWith({ event: 'request.cut', requestId: 'r1', err: error });
  });
});
