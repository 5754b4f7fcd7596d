import { reader } from '../../test/support/test-config';
import { TimelineConfig } from './timeline.config';

const read = reader(TimelineConfig);

it('collects timelines when they are read, unless told otherwise', () => {
  expect(read().config.strategy).toBe('pull');
  expect(read({ TIMELINE: 'push' }).config.strategy).toBe('push');
});

it('knows no third way', () => {
  expect(read({ TIMELINE: 'shove' }).faults).toEqual(['TIMELINE']);
});
