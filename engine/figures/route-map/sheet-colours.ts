/** The sheet's own colours: land paler than sea, so that ink stands out, and all apart in greyscale. */
export const sheetColours = {
  sea: '#cbdbe5',
  land: '#eeebe3',
  focus: '#fbfaf5',
  border: '#a9a294',
  coast: '#7f97a5',
}
