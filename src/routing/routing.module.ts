import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { RouteRegistry } from './route-registry';
import { UrlFor } from './url-for';

/** Names of routes and the addresses made from them. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [RouteRegistry, UrlFor], exports: [RouteRegistry, UrlFor] })
export class RoutingModule {}
