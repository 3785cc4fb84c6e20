/** The manifest of the bundled model, so that specs name fields as the window does, whatever they are called. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Manifest } from '../../electron/contract/app-info.ts'

/** The manifest as it ships. */
export const manifest: Manifest = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../resources/model/manifest.json'), 'utf8'),
)

/** What a person calls a field. */
export function labelOf(fieldName: string): string {
  const field = manifest.fields.find(({ name }) => name === fieldName)
  if (!field) throw new Error(`the bundled model has no field ${fieldName}`)
  return field.label
}

/** A field's input in Score. */
export function inputOf(page: Page, fieldName: string): Locator {
  return page.getByLabel(labelOf(fieldName)).first()
}
