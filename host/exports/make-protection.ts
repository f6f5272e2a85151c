import { randomBytes } from 'node:crypto'
import type { Protection } from '../../engine/pdf/index.js'
import type { Permission } from '../../engine/vocabulary/index.js'

/**
 * How a PDF is to be locked. Without an owner's password one is made up that nobody knows: what is not allowed then
 * stays so, and whoever knows the password to open it may not do more for that.
 */
export function makeProtection(wanted: {
  openPassword?: string | undefined
  ownerPassword?: string | undefined
  allowed: Permission[]
}): Protection {
  const { openPassword, ownerPassword, allowed } = wanted
  return {
    openPassword,
    ownerPassword: ownerPassword ?? randomBytes(32).toString('base64url'),
    allowed,
  }
}
