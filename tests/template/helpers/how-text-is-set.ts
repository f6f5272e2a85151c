/** The rules by which text is set; tests of a rule start with its number. */
export const howTextIsSet = `## How text is set

Whatever is printed, in text, titles, tables, captions, labels, running heads, contents and what the file says of itself.

**S1.** Tabs, form feeds and the line and paragraph separators of Unicode are spaces.

**S2.** Joiners, spaces of no width, marks of direction, variation selectors and the like do what they are for and are never
seen nor copied. A word may be broken at a soft hyphen, and then has a hyphen at the end of its line; who copies it gets the
soft one.

**S3.** All of it is set by the same rules, each line as a whole: it does not matter where bold text, a link, a value or
a note begins. Code and addresses stay as they are typed. \`:lang[…]{fr}\` is set by the rules of its own language.

**S4.** Straight quotation marks and apostrophes become “ ” and ‘ ’, in French « » and “ ” within them: “‘Yes,’ he
said”, ’90s, rock ’n’ roll, l’« accord ». Feet and inches, minutes and seconds become 5′ 6″. \` - \` is a dash.

**S5.** French has spaces that do not break before \`: ; ! ?\` and inside « ».

**S6.** A title or an initial stays on the line of its name (M. Doe, Mme Doe, Dr Doe, J. Doe), what counts on that of its
number (no. 4, n° 4, p. 12, art. 3, fig. 2, vol. IV, § 7), a day on that of its month (21 January, 21 janvier). A number
stays in one piece, with its unit or currency (1 250 000 t, US$ 3 billion).

**S7.** A letter and its marks are set in one face that knows where they stand. What the family of a text lacks comes from one
like it that comes along: Latin with all its extensions, IPA, Greek, Cyrillic, Arabic, Hebrew, Chinese, Japanese, Korean.

**S8.** Names in Arabic and Hebrew are joined and run from right to left within a line.

**S9.** A letter that no font has is a fault at the text that it stands in, with the words around it.

## How pictures are shown

**P1.** As any viewer shows them: PNG of every depth, with palettes, interlaced and seen through, JPEG also progressive and
turned as the camera was held.

**P2.** At 96 dots to the inch, never wider than the text, and with their caption never taller than a page.

**P3.** A JPEG in the colours of printing ink (CMYK) is refused at its place: PDF/A allows none beside those of screens.

**P4.** \`![what it shows](assets/mine.png "Caption"){width=50%}\` gives a share of the width of the text.`.split(
  '\n',
)
