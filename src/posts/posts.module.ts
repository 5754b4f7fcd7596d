import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { limitField } from '../common/fields';
import { SiteConfig } from '../config/site.config';
import { ComposePostDto, PublishPostDto } from './dto/publish-post.dto';
import { Post } from './post.entity';
import { PostPresenter } from './post.presenter';
import { PostJsonPresenter } from './post-json.presenter';
import { PostsApiController } from './posts.api-controller';
import { PostsController } from './posts.controller';
import { PostsRepository } from './posts.repository';
import { PostsService } from './posts.service';
import { Submission } from './submission.entity';
import { SubmissionsRepository } from './submissions.repository';

/** What was said. */
@Module({
  imports: [TypeOrmModule.forFeature([Post, Submission])],
  controllers: [PostsController, PostsApiController],
  providers: [PostsService, PostsRepository, SubmissionsRepository, PostPresenter, PostJsonPresenter],
  exports: [PostsService, PostPresenter, PostJsonPresenter],
})
export class PostsModule implements OnModuleInit {
  constructor(private readonly site: SiteConfig) {}

  onModuleInit(): void {
    limitField(ComposePostDto, 'post', this.site.postMaxLength);
    limitField(PublishPostDto, 'body', this.site.postMaxLength);
  }
}
