/** What is wrong with the path of a picture, if anything: pictures are files of the workspace and of no other place. */
export function faultOfImage(path: string): { message: string; hints: string[] } | undefined {
  const steps = path.split('/')
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]|\\/i.test(path) || steps.includes('..') || steps.includes('')) {
    return {
      message: `found \`${path}\`, expected the path of a picture in the workspace`,
      hints: ['put the picture into `assets/` and write `assets/name.png`'],
    }
  }
  if (!/\.(png|jpe?g)$/i.test(path)) {
    return {
      message: `found the picture \`${path}\`, expected a file that ends in \`.png\` or \`.jpg\``,
      hints: ['save it as PNG'],
    }
  }
  return undefined
}
