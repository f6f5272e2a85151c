/**
 * Files of a machine, and what the engine asks of them.
 *
 * Takes paths, gives outcomes: whatever a disk gets wrong is a `workspace/…` diagnostic. Files are written whole or not
 * at all. Loads nothing of the engine but what every stage stands on, so that a command line is quick to start.
 */
export { findAppRoot } from './app-root.js'
export { writeAtomically } from './atomic-file.js'
export { exportFile } from './export-file.js'
export { type FileAction, fileFault, openFilesFault, systemCodeOf, workspaceFault } from './file-fault.js'
export { locateFile, locateOwnFile, type ReadOptions } from './locate-file.js'
export { makeFolders } from './make-folders.js'
export { createNodeHost, largestAsset, type NodeHostOptions, versionOf } from './node-host.js'
export { passingName, sweepPassingFiles, turnName, turnOwner } from './passing-files.js'
export { pathOnDisk } from './path-on-disk.js'
export { pathWithin } from './path-within.js'
export { ownershipOf, putFile, putFileNow, putNewFile } from './put-file.js'
export { readIfThere } from './read-if-there.js'
export { type RegularFile, readRegularFile } from './read-regular-file.js'
export { readTextFile } from './read-text-file.js'
export { finishUnfinished } from './unfinished.js'
export { makeWholeFolder } from './whole-folder.js'
export { type Replacement, writeTogether } from './write-together.js'
