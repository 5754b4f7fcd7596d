import { Controller, Delete, Get, Post, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { RouteRegistry } from './route-registry';

@Controller()
class TimelineController {
  @Get(['/', '/index'])
  home(): void {}

  @Post(['/', '/index'])
  publish(): void {}

  helper(): void {}
}

@Controller('user/:username')
class UserProfilesController {
  @Get()
  show(): void {}

  @Get('/followers/')
  followers(): void {}
}

@Controller(['api/posts', 'api/v1/posts'])
class PostsApiController {
  @Delete(':id')
  remove(): void {}
}

function namesake(): Type {
  @Controller('other')
  class TimelineController {
    @Get()
    home(): void {}
  }
  return TimelineController;
}

describe('the registry of routes', () => {
  let program: TestingModule;
  let routes: RouteRegistry;

  beforeAll(async () => {
    program = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers: [TimelineController, UserProfilesController, PostsApiController],
      providers: [RouteRegistry],
    }).compile();
    routes = program.get(RouteRegistry);
  });
  afterAll(() => program.close());

  it('names a route after its controller and its method, and knows the first of its paths', () => {
    expect([...routes.all().values()]).toEqual([
      { name: 'timeline.home', method: 'GET', path: '/' },
      { name: 'timeline.publish', method: 'POST', path: '/' },
      { name: 'userProfiles.show', method: 'GET', path: '/user/:username' },
      { name: 'userProfiles.followers', method: 'GET', path: '/user/:username/followers' },
      { name: 'api.posts.remove', method: 'DELETE', path: '/api/posts/:id' },
    ]);
    expect(routes.get('userProfiles.show').path).toBe('/user/:username');
  });

  it.each(['timeline.helper', 'timeline.constructor', 'timeline', 'home', 'Timeline.home', 'toString'])(
    'refuses the name %s, which no route has',
    (name) => {
      expect(() => routes.get(name)).toThrow(`There is no route named ${name}`);
    },
  );

  it('does not let one route take the name of another', async () => {
    const clash = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers: [TimelineController, namesake()],
      providers: [RouteRegistry],
    }).compile();

    expect(() => clash.get(RouteRegistry).all()).toThrow('Two routes are named timeline.home');
    await clash.close();
  });
});
