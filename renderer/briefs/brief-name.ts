/** `briefs/orion-tonight.brief.yaml` is `orion-tonight`. */
export function briefName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.brief\.yaml$/, '')
}
