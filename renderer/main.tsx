import { createRoot } from 'react-dom/client'
import { failure } from '../engine/diagnostic.js'
import { App } from './app.js'
import { faultOf } from './bridge.js'
import { readSettings, readWorkspace } from './state/desk.js'
import { showFailure } from './state/notices.js'
import './look/tokens.css'
import './look/base.css'
import './look/controls.css'
import './look/layout.css'
import './look/editor.css'
import './look/packs.css'
import './look/page.css'
import './look/pdf.css'
import './look/export.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// For our own bugs: what is asked of main never rejects.
window.addEventListener('unhandledrejection', ({ reason }) =>
  showFailure('cannotDo', failure(faultOf(reason))),
)
await readSettings()
await readWorkspace()
createRoot(root).render(<App />)
