/**
 * Runs the command line from its bundle, in this process: a second one would cost as much as the start of Node.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildCommandLine, commandLineBundle } from './build-command-line.mjs'
import { installDependencies } from './dependencies.mjs'
import { rootFolder } from './root-folder.mjs'

installDependencies()
if (await buildCommandLine()) await import(pathToFileURL(join(rootFolder, commandLineBundle)).href)
else process.exitCode = 1
