import { createRoot } from 'react-dom/client'
import { failure } from '../engine/base/index.js'
import { faultOf } from './base/bridge.js'
import { showFailure } from './base/notices.js'
import { readSettings } from './base/use-window.js'
import { showLastView } from './briefs/brief-actions.js'
import { App } from './window/app.js'
import { Starting } from './window/starting.js'
import { readWorkspace } from './workspace/use-workspace.js'
import './look/tokens.css'
import './look/base.css'
import './controls/controls.css'
import './workspace/workspace.css'
import './problems/problems.css'
import './casebook/casebook.css'
import './packs/packs.css'
import './templates/templates.css'
import './editor/editor.css'
import './page/page.css'
import './briefs/briefs.css'
import './documents/documents.css'
import './exports/exports.css'
import './window/window.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// For our own bugs: what is asked of main never rejects.
window.addEventListener('unhandledrejection', ({ reason }) =>
  showFailure('cannotDo', failure(faultOf(reason))),
)
await readSettings()
const shown = createRoot(root)
shown.render(<Starting />)
await readWorkspace()
await showLastView()
shown.render(<App />)
