import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'microblog:public';

/** Opens a route to people who are not signed in. Everything else is closed. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);
