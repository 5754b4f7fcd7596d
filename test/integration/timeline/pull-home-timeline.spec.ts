import { PullHomeTimeline } from '../../../src/timeline/pull-home-timeline.queries';
import { itIsAHomeTimeline } from './home-timeline.contract';

describe('the home timeline, collected when it is read', () => {
  itIsAHomeTimeline(({ sql }) => new PullHomeTimeline(sql));
});
