import { EventEmitter } from 'node:events'
import { strict } from '../strict.ts'

const AREA = { x: 0, y: 0, width: 1920, height: 1080 }
const display = {
  id: 1,
  bounds: AREA,
  workArea: AREA,
  workAreaSize: { width: 1920, height: 1080 },
  scaleFactor: 1,
}

/** One display of a usual size, whatever is there. */
export const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayMatching: () => display,
  }),
)
