/**
 * Themes: fonts, colours, margins and densities, read from YAML. What a document looks like is said here alone.
 */
export { contrast } from './contrast.js'
export { type Density, parseTheme, type Theme, themeIn, tintOf } from './parse-theme.js'
