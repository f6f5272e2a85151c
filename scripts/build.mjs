import { installDependencies } from './dependencies.mjs'

installDependencies()
const { buildApp } = await import('./build-app.mjs')
const { buildCommandLine } = await import('./build-command-line.mjs')
await buildCommandLine()
if (!buildApp()) process.exitCode = 1
