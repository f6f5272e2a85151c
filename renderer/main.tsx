import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import { bridge } from './bridge.js'
import { readWorkspace, useDesk } from './state/desk.js'
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
useDesk.setState({ settings: await bridge.readSettings() })
await readWorkspace()
createRoot(root).render(<App />)
