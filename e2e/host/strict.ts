/**
 * Makes a gap in the stand-in loud: reading a member that nothing provides throws its name, instead of passing as
 * undefined and failing somewhere else.
 */
import { EventEmitter } from 'node:events'

/** Members that language and tools ask for on any object. */
const ASKED_OF_EVERYTHING = ['then', 'toJSON', 'domain']

function trap(name: string, prototype: object, absent: readonly string[]): object {
  return new Proxy(prototype, {
    get(target, key, receiver) {
      if (
        typeof key === 'string' &&
        !(key in target) &&
        !ASKED_OF_EVERYTHING.includes(key) &&
        !absent.includes(key)
      ) {
        throw new Error(`electron-double does not implement ${name}.${key}`)
      }
      return Reflect.get(target, key, receiver)
    },
  })
}

/** Gives an object a throwing end of its prototype chain. */
export function strict<T extends object>(name: string, object: T): T {
  return Object.setPrototypeOf(object, trap(name, Object.getPrototypeOf(object), []))
}

/** A base class for emitters of the stand-in; `absent` names members that are rightly undefined on this system. */
export function strictEmitter(name: string, absent: readonly string[] = []): new () => EventEmitter {
  class StrictEmitter extends EventEmitter {}
  Object.setPrototypeOf(StrictEmitter.prototype, trap(name, EventEmitter.prototype, absent))
  return StrictEmitter
}

/** An event that a listener can veto, as Electron's are. */
export interface VetoableEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

/** Emits an event and says whether a listener prevented what would follow. */
export function isVetoed(
  emitter: EventEmitter,
  name: string,
  details: object = {},
  ...args: unknown[]
): boolean {
  const event: VetoableEvent = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  emitter.emit(name, Object.assign(event, details), ...args)
  return event.defaultPrevented
}
