export interface DocumentInformation {
  Title: string
  Author: string
  Subject: string
  Keywords: string
  Creator: string
  Producer: string
  CreationDate: Date
  ModDate: Date
}

/**
 * The XMP of a document: the same as its information dictionary, its language, and that it is PDF/UA-1.
 *
 * pdfkit's own leaves out half of it and does not escape what it writes.
 * Source: ISO 19005-3 (6.6.2) asks for the schema of every property that XMP does not define, ISO 14289-1 (5) for
 * the identification.
 */
export function describeDocument(info: DocumentInformation, language: string, isArchival: boolean): string {
  const when = (date: Date): string => `${date.toISOString().split('.')[0]}Z`
  const list = (name: string, kind: 'Alt' | 'Seq' | 'Bag', text: string, attribute = ''): string =>
    text ? `<${name}><rdf:${kind}><rdf:li${attribute}>${escaped(text)}</rdf:li></rdf:${kind}></${name}>` : ''
  const byDefault = ' xml:lang="x-default"'
  return `
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:format>application/pdf</dc:format>
      ${list('dc:title', 'Alt', info.Title, byDefault)}
      ${list('dc:creator', 'Seq', info.Author)}
      ${list('dc:description', 'Alt', info.Subject, byDefault)}
      ${list('dc:language', 'Bag', language)}
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
      <xmp:CreateDate>${when(info.CreationDate)}</xmp:CreateDate>
      <xmp:ModifyDate>${when(info.ModDate)}</xmp:ModifyDate>
      <xmp:CreatorTool>${escaped(info.Creator)}</xmp:CreatorTool>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
      <pdf:Producer>${escaped(info.Producer)}</pdf:Producer>
      ${info.Keywords ? `<pdf:Keywords>${escaped(info.Keywords)}</pdf:Keywords>` : ''}
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <pdfuaid:part>1</pdfuaid:part>
    </rdf:Description>
    ${isArchival ? identificationSchema : ''}`
}

/** PDF/A alone asks for it. */
const identificationSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas>
        <rdf:Bag>
          <rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property>
              <rdf:Seq>
                <rdf:li rdf:parseType="Resource">
                  <pdfaProperty:name>part</pdfaProperty:name>
                  <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                  <pdfaProperty:category>internal</pdfaProperty:category>
                  <pdfaProperty:description>Part of the standard that the file keeps</pdfaProperty:description>
                </rdf:li>
              </rdf:Seq>
            </pdfaSchema:property>
          </rdf:li>
        </rdf:Bag>
      </pdfaExtension:schemas>
    </rdf:Description>`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
