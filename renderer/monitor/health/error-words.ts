/** Codes of failed scorings in words. */

const WORDS: Readonly<Record<string, string>> = {
  disk_full: 'The disk was full',
  locked: 'Another program held the history',
  data_folder_in_use: 'Another program held the history',
  data_folder_not_writable: 'The data folder could not be written',
  history_damaged: 'The history was damaged',
  model_output: 'The model gave no usable score',
  model_incomplete: 'Files of the model were missing',
  model_manifest: 'The model’s description could not be read',
  model_unreadable: 'The model could not be opened',
  stopped: 'Leadlight was closed meanwhile',
  cancelled: 'Stopped by somebody',
  unexpected: 'An error in Leadlight itself',
}

/** What a code stands for; a code without words is shown as it is, readable. */
export function errorWords(code: string): string {
  return WORDS[code] ?? sentenceCase(code.replaceAll('_', ' '))
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
