/** The files of invented leads that ship with the app. */
import { join, resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../resources/samples')

/** 50 leads, like those the model learned from. */
export const SAMPLE = join(folder, 'leads-50.csv')
/** 5,000 leads of the same kind. */
export const MANY = join(folder, 'leads-5000.csv')
/** 5,000 leads of another kind. */
export const SHIFTED = join(folder, 'leads-5000-shifted.csv')
