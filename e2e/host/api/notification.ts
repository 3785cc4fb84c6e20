/** `Notification`: not drawn. A spec sees what is shown by taking over `show`, as in Electron, and clicks by emitting `click`. */
import { EventEmitter } from 'node:events'

interface NotificationOptions {
  readonly title?: string
  readonly body?: string
}

/** A notification that is kept instead of drawn. */
export class Notification extends EventEmitter {
  readonly title: string
  readonly body: string

  constructor({ title = '', body = '' }: NotificationOptions = {}) {
    super()
    this.title = title
    this.body = body
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    this.emit('show')
  }

  close(): void {
    this.emit('close')
  }
}
