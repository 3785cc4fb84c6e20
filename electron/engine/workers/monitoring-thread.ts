/** Entry of the monitoring thread. */
import { serveMonitoring } from '../monitoring/serve-monitoring.ts'
import type { MonitoringOperations } from './monitoring-operations.ts'
import { serveThread } from './thread-host.ts'

serveThread<MonitoringOperations>(serveMonitoring)
