/** A text file as the engine sees it: `path` relative to its workspace, with `/`. */
export interface SourceFile {
  path: string
  text: string
}
