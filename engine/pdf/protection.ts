import { type Diagnostic, encodeUtf8 } from '../base/index.js'
import type { Permission } from '../vocabulary/index.js'
import { BriefDocument } from './brief-document.js'

/** How a PDF is locked. Never part of a brief: passwords are written nowhere. */
export interface Protection {
  /** Asked for by who opens it; anyone may where it is left out. */
  openPassword?: string
  /** Lifts the limits. Whoever makes a random one makes them final. */
  ownerPassword: string
  allowed: Permission[]
}

/** UTF-8, after SASLprep; what is longer would be cut off without a word. Source: ISO 32000-2, 7.6.4.3.3. */
const longestPassword = 127

/** What keeps passwords from being used: `pdf/password`. A password itself is never repeated. */
export function checkProtection({ openPassword, ownerPassword }: Protection): Diagnostic[] {
  const isSame = openPassword === ownerPassword
  return [
    ...(openPassword === undefined ? [] : checkPassword(openPassword, 'the password to open it')),
    ...checkPassword(ownerPassword, 'the password to change what is allowed'),
    ...(isSame
      ? [fault('both passwords are the same, so whoever opens it may do everything', 'choose another one')]
      : []),
  ]
}

/**
 * pdfkit's options for AES with 256 bits. The key comes from `crypto.getRandomValues` within pdfkit: the one random
 * thing in a document, so no two protected files are the same.
 *
 * Reading for accessibility stays allowed whatever else is not (ISO 14289-1, 7.16).
 */
export function encryptionOf({ openPassword, ownerPassword, allowed }: Protection): object {
  const may = (permission: Permission): boolean => allowed.includes(permission)
  return {
    // The name by which pdfkit calls the revision with AES-256.
    pdfVersion: '1.7ext3',
    userPassword: openPassword ?? '',
    ownerPassword,
    permissions: {
      contentAccessibility: true,
      printing: may('print') ? 'highResolution' : undefined,
      copying: may('copy'),
      annotating: may('annotate') || may('change'),
      fillingForms: may('annotate') || may('change'),
      modifying: may('change'),
      documentAssembly: may('change'),
    },
  }
}

/** What whoever protects a PDF gives up, said before and after. */
const notArchival: Diagnostic = {
  severity: 'warning',
  code: 'pdf/not-archival',
  message:
    'a PDF with a password is not archival (PDF/A), carries no dossier, cannot be verified, and is not the same bytes twice',
  hints: ['make one without a password too, and keep that'],
}

/** What whoever chose these passwords should know; beside `notArchival`. */
export function warningsOf({ openPassword }: Protection): Diagnostic[] {
  if (openPassword === undefined || !/[^ -~]/.test(openPassword)) return [notArchival]
  return [
    notArchival,
    {
      severity: 'warning',
      code: 'pdf/password-letters',
      message: 'the password has letters beyond A to Z, which some readers, browsers among them, cannot take',
      hints: ['choose a longer one of plain letters, digits and spaces'],
    },
  ]
}

function checkPassword(password: string, which: string): Diagnostic[] {
  if (password === '') return [fault(`${which} is empty`, 'give one')]
  const size = encodeUtf8(password.normalize('NFKC')).length
  if (size > longestPassword)
    return [fault(`${which} has ${size} bytes, a PDF takes at most ${longestPassword}`, 'shorten it')]
  if (isTaken(password)) return []
  return [
    fault(
      `${which} has characters that a password of a PDF cannot have`,
      'use letters, digits, spaces and signs that a keyboard has',
    ),
  ]
}

/** pdfkit prepares passwords by SASLprep (RFC 4013) and throws at what that forbids. */
function isTaken(password: string): boolean {
  const info = { CreationDate: new Date(0) }
  try {
    new BriefDocument(
      {},
      { pdfVersion: '1.7ext3', userPassword: password, font: null, autoFirstPage: false, info },
    )
    return true
  } catch {
    return false
  }
}

function fault(message: string, hint: string): Diagnostic {
  return { severity: 'error', code: 'pdf/password', message, hints: [hint] }
}
