import type { FigureKind } from '../figure-kind.js'
import { buildTimeline, type TimelineOptions } from './build-timeline.js'
import { describeTimeline } from './describe-timeline.js'
import { drawTimeline } from './draw-timeline.js'
import type { TimelineSpec } from './spec.js'

export const timeline: FigureKind<TimelineSpec, TimelineOptions> = {
  signature: 'timeline events date="date" caption="…"',
  docs: 'Records along a line of time; `date` is the field that says when.',
  options: { date: 'field' },
  build: buildTimeline,
  draw: drawTimeline,
  describe: describeTimeline,
}
