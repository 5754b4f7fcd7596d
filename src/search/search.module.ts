import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MessagesModule } from '../messages/messages.module';
import { PostsModule } from '../posts/posts.module';
import { UsersModule } from '../users/users.module';
import { Reindexer } from './index/reindexer.service';
import { SearchPosting } from './index/search-posting.entity';
import { SearchState } from './index/search-state.entity';
import { SearchTerm } from './index/search-term.entity';
import { SearchTermsRepository } from './index/search-terms.repository';
import { TableSearchIndex } from './index/table-search-index';
import { IndexPostProcessor } from './index-post.processor';
import { MessageSearchApiController } from './message-search.api-controller';
import { MessageSearchController } from './message-search.controller';
import { MessageSearchService } from './message-search.service';
import { SearchApiController } from './search.api-controller';
import { SearchController } from './search.controller';
import { SearchFeeder } from './search-feeder';
import { SearchIndex } from './search-index.port';
import { SearchPosts } from './search-posts.queries';
import { SearchPresenter } from './search.presenter';
import { SearchService } from './search.service';
import { SuggestionsByPrefix } from './suggestions.queries';
import { SuggestionsService } from './suggestions.service';
import { TendIndexProcessor } from './tend-index.processor';

/** Finding what was said, who said it and about what, in the database that is there anyway. */
@Module({
  imports: [MessagesModule, PostsModule, UsersModule, TypeOrmModule.forFeature([SearchTerm, SearchPosting, SearchState])],
  controllers: [SearchController, MessageSearchController, SearchApiController, MessageSearchApiController],
  providers: [
    SearchService,
    MessageSearchService,
    SearchPosts,
    SearchPresenter,
    SearchFeeder,
    SearchTermsRepository,
    SuggestionsService,
    SuggestionsByPrefix,
    Reindexer,
    IndexPostProcessor,
    TendIndexProcessor,
    { provide: SearchIndex, useClass: TableSearchIndex },
  ],
  exports: [Reindexer],
})
export class SearchModule {}
