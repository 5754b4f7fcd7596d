import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { limitField } from '../common/fields';
import { SiteConfig } from '../config/site.config';
import { ComposePostDto, EditPostDto, PublishPostDto, RevisePostDto } from './dto/publish-post.dto';
import { Post } from './post.entity';
import { PostPresenter } from './post.presenter';
import { PostJsonPresenter } from './post-json.presenter';
import { PostsApiController } from './posts.api-controller';
import { PostsController } from './posts.controller';
import { PostsRepository } from './posts.repository';
import { PostsService } from './posts.service';
import { PostRevision } from './post-revision.entity';
import { Bookmark } from './reactions/bookmark.entity';
import { PostLike } from './reactions/post-like.entity';
import { ReactionsApiController } from './reactions/reactions.api-controller';
import { ReactionsController } from './reactions/reactions.controller';
import { ReactionsRepository } from './reactions/reactions.repository';
import { ReactionsService } from './reactions/reactions.service';
import { RestrictionsModule } from '../restrictions/restrictions.module';
import { SettlePostProcessor } from './settle-post.processor';
import { PostTag } from './tags/post-tag.entity';
import { PostTagsRepository } from './tags/post-tags.repository';
import { Submission } from './submission.entity';
import { SubmissionsRepository } from './submissions.repository';

/** What was said. */
@Module({
  imports: [RestrictionsModule, TypeOrmModule.forFeature([Post, PostRevision, PostTag, PostLike, Bookmark, Submission])],
  controllers: [PostsController, PostsApiController, ReactionsController, ReactionsApiController],
  providers: [
    PostsService,
    PostsRepository,
    PostTagsRepository,
    ReactionsRepository,
    ReactionsService,
    SettlePostProcessor,
    SubmissionsRepository,
    PostPresenter,
    PostJsonPresenter,
  ],
  exports: [PostsService, ReactionsService, PostPresenter, PostJsonPresenter],
})
export class PostsModule implements OnModuleInit {
  constructor(private readonly site: SiteConfig) {}

  onModuleInit(): void {
    limitField(ComposePostDto, 'post', this.site.postMaxLength);
    limitField(EditPostDto, 'post', this.site.postMaxLength);
    limitField(PublishPostDto, 'body', this.site.postMaxLength);
    limitField(RevisePostDto, 'body', this.site.postMaxLength);
  }
}
