import { Global, Module } from '@nestjs/common';
import { EventBus } from './event-bus';

/** Global, as is the database whose commits it waits for. */
@Global()
@Module({ providers: [EventBus], exports: [EventBus] })
export class EventsModule {}
