import { installDependencies } from './dependencies.mjs'

installDependencies()
const { buildApp } = await import('./build-app.mjs')
const { buildCommandLine } = await import('./build-command-line.mjs')
const isBuilt = (await buildCommandLine()) && buildApp()
process.exitCode = isBuilt ? 0 : 1
