import { describeAudit } from './audit-gallery.js'

describeAudit('fr')
