/** The system's notifications, as Electron gives them. */
import { Notification } from 'electron'
import type { Notifications } from './notify-alerts.ts'

/** Kept until they are closed: one that is collected as garbage hears no click. */
const shown = new Set<Notification>()

/** Electron's notifications. */
export const systemNotifications: Notifications = {
  isSupported: () => Notification.isSupported(),
  show: ({ title, body, onClick }) => {
    const notification = new Notification({ title, body })
    shown.add(notification)
    notification.on('click', onClick)
    notification.on('close', () => shown.delete(notification))
    notification.show()
  },
}
