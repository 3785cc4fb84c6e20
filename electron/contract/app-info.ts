/** What the window needs to know about the app and its model at start. */
import type { Manifest } from '../../model/bundle/manifest.ts'

export type { Feature } from '../../model/bundle/feature.ts'
export type { Field, FieldOption, FieldValue } from '../../model/bundle/field.ts'
export type { Manifest, Metric } from '../../model/bundle/manifest.ts'

/** `own` is the user's data; `demo` holds only the invented sample leads, in a folder of its own. */
export type Workspace = 'own' | 'demo'

/** A model in the registry. */
export interface ModelInfo {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly description: string
  readonly trainedAt: string
  readonly active: boolean
  readonly demo: boolean
  readonly metrics: Manifest['metrics']
}

/** The app, its workspace and its model. */
export interface AppInfo {
  readonly version: string
  readonly platform: string
  readonly workspace: Workspace
  readonly dataFolder: string
  readonly manifest: Manifest
}
