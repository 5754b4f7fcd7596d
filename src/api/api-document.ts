import { type INestApplication, Injectable } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { HttpConfig } from '../config/http.config';
import { describeConventions } from './api-conventions';

const DESCRIPTION = `What the pages do, for programs. \`POST /api/tokens\` gives a token for an hour; send it as \`Authorization: Bearer …\`.
Cookies count for nothing here.

Errors are \`application/problem+json\` (RFC 9457), in the language of \`Accept-Language\`. Times are ISO 8601 in UTC. Lists are paged;
their \`_links\`, and the \`Link\` header beside them, lead from page to page.`;

/** The OpenAPI document of what this program serves below `/api`, read off the controllers. */
@Injectable()
export class ApiDocument {
  private app?: INestApplication;
  private document?: OpenAPIObject;

  constructor(private readonly http: HttpConfig) {}

  /** Says which application it describes. The document is made when somebody asks for it. */
  describes(app: INestApplication): void {
    this.app = app;
  }

  get(): OpenAPIObject {
    return (this.document ??= this.build());
  }

  private build(): OpenAPIObject {
    if (!this.app) throw new Error('There is no application to describe');
    const document = SwaggerModule.createDocument(this.app, this.head(), { operationIdFactory: operationIdOf });
    const isApi = ([path]: [string, unknown]): boolean => path.startsWith('/api/');
    const paths = Object.fromEntries(Object.entries(document.paths).filter(isApi));
    describeConventions(paths);
    return { ...document, paths };
  }

  private head(): Omit<OpenAPIObject, 'paths'> {
    return new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Microblog')
      .setDescription(DESCRIPTION)
      .setVersion('1')
      .setLicense('MIT', 'https://opensource.org/license/mit')
      .addTag('tokens', 'With which programs call everything else')
      .addTag('users', 'People, and who follows whom')
      .addTag('posts', 'What was said')
      .addTag('messages', 'What people write to each other alone')
      .addTag('search', 'Finding what was said, people and tags')
      .addTag('settings', 'How you want to see the site')
      .addTag('account', 'Your address, your password, your second step; leaving')
      .addTag('moderation', 'Looking after the place, for those whose office it is')
      .addTag('sessions', 'Where you are signed in')
      .addTag('exports', 'An archive of all that is yours')
      .addTag('notifications', 'What waits for you')
      .addTag('timeline', 'Posts of many people together')
      .addTag('documentation', 'What you read here')
      .addServer(this.http.pathPrefix || '/')
      .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A token from `POST /api/tokens`' })
      .addBasicAuth({ type: 'http', scheme: 'basic', description: 'Username and password, only to get a token' })
      .build();
  }
}

/** `PostsApiController.publish` is `postsPublish`: a name that generated clients can use for a function. */
function operationIdOf(controller: string, method: string): string {
  const feature = controller.replace(/(Api)?Controller$/, '');
  return feature.charAt(0).toLowerCase() + feature.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
}
