/** Header spellings under which sales tools export who a lead is, and what became of it. */
import type { ColumnTarget } from '../../../contract/importing.ts'

export type IdentityName = Extract<ColumnTarget, { kind: 'identity' }>['name']
const IDENTITY_NAMES: readonly IdentityName[] = ['name', 'firstName', 'lastName', 'company', 'email', 'link']

export interface IdentityColumn {
  readonly name: IdentityName
  /** Compared without case, accents, spaces and signs. */
  readonly spellings: readonly string[]
}

const SPELLINGS: Readonly<Record<IdentityName, readonly string[]>> = {
  name: [
    'name',
    'full name',
    'contact name',
    'lead name',
    'person name',
    'contact',
    'nom complet',
    'vollständiger Name',
    'prospect name',
    'Ansprechpartner',
    'nombre completo',
    'nome completo',
  ],
  firstName: [
    'first name',
    'first',
    'fname',
    'given name',
    'forename',
    'prénom',
    'Vorname',
    'nombre',
    'nome',
  ],
  lastName: [
    'last name',
    'last',
    'lname',
    'surname',
    'family name',
    'nom',
    'nom de famille',
    'Nachname',
    'apellido',
    'apellidos',
    'cognome',
  ],
  company: [
    'company',
    'company name',
    'company / account',
    'account',
    'account name',
    'current company',
    'employer',
    'organization',
    'organisation',
    'organization name',
    'associated company',
    'entreprise',
    'société',
    'Firma',
    'Unternehmen',
    'empresa',
    'azienda',
    'current company name',
    'company name (account)',
    "nom de l'entreprise",
    'nom de la société',
    'raison sociale',
    'Firmenname',
    'Unternehmensname',
    'nombre de la empresa',
  ],
  email: [
    'email',
    'email address',
    'email 1',
    'mail',
    'work email',
    'email - work',
    'primary email',
    'business email',
    'courriel',
    'adresse e-mail',
    'correo electrónico',
    'email (work)',
    'professional email',
    'contact email',
    'email professionnel',
    'E-Mail-Adresse',
    'correo',
    'indirizzo email',
  ],
  link: [
    'link',
    'linkedin',
    'linkedin url',
    'linkedinurl',
    'linkedin profile',
    'linkedin profile url',
    'linkedin link',
    'linkedin bio',
    'person linkedin url',
    'default profile url',
    'profile url',
    'profile link',
    'profil linkedin',
    'linkedin profile link',
    'contact linkedin url',
    'prospect linkedin url',
    'linkedin public url',
    'public profile url',
    'LinkedIn-Profil',
  ],
}

/** Spellings of the identity columns. */
export const IDENTITY_COLUMNS: readonly IdentityColumn[] = IDENTITY_NAMES.map((name) => ({
  name,
  spellings: SPELLINGS[name],
}))

/**
 * Columns that say how a lead answered. A score made from them would look right and be worth nothing, so they are
 * never suggested for a field.
 */
export const OUTCOME_COLUMNS: readonly string[] = [
  'status',
  'lead status',
  'last state',
  'state',
  'stage',
  'lifecycle stage',
  'deal stage',
  'outcome',
  'engaged',
  'reply',
  'replied',
  'replies',
  'has replied',
  'reply status',
  'response',
  'responded',
  'interested',
  'converted',
  'conversion',
  'won',
  'label',
  'person - label',
  'score',
  'band',
]
