import { beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../engine/base/index.js'
import {
  dismissNotice,
  dropNoticesAbout,
  showFailure,
  showNotice,
  takeBack,
  useNotices,
} from '../../../renderer/base/notices.js'

const fault = (message: string) => failure({ severity: 'error', code: 'x/y', message, hints: [] })
const standing = () =>
  useNotices.getState().notices.map(({ notice }) => (notice.type === 'failed' ? notice.what : notice.type))

beforeEach(() => useNotices.setState({ notices: [] }))

describe('notices', () => {
  it('stand beside each other, the latest last, until each is dismissed', () => {
    showFailure('cannotOpen', fault('one'))
    showFailure('cannotOpen', fault('two'))
    showNotice({ type: 'exported', path: '/a.pdf', pageCount: 2 })
    expect(standing()).toEqual(['cannotOpen', 'cannotOpen', 'exported'])
    const [first] = useNotices.getState().notices
    dismissNotice(first?.id ?? 0)
    expect(standing()).toEqual(['cannotOpen', 'exported'])
  })

  it('that say the same again are one, and said again', () => {
    showFailure('cannotOpen', fault('one'))
    const [first] = useNotices.getState().notices
    showFailure('cannotOpen', fault('one'))
    expect(standing()).toEqual(['cannotOpen'])
    expect(useNotices.getState().notices[0]?.id).not.toBe(first?.id)
  })

  it('of a failure give way to what is said of the same thing later, and go once it could be done', () => {
    showFailure('cannotSave', fault('disk full'), 'briefs/a.brief.yaml')
    showFailure('cannotSave', fault('disk full'), 'briefs/b.brief.yaml')
    showFailure('cannotSave', fault('no such folder'), 'briefs/a.brief.yaml')
    expect(standing()).toEqual(['cannotSave', 'cannotSave'])
    takeBack('cannotSave', 'briefs/a.brief.yaml')
    expect(useNotices.getState().notices).toMatchObject([{ about: 'briefs/b.brief.yaml' }])
    takeBack('cannotOpen')
    expect(standing()).toEqual(['cannotSave'])
    takeBack('cannotSave')
    expect(standing()).toEqual([])
  })

  it('about a brief go with it', () => {
    showNotice({ type: 'exported', path: '/a.pdf', pageCount: 2 }, 'briefs/a.brief.yaml')
    showFailure('cannotExport', fault('one'), 'briefs/a.brief.yaml')
    showFailure('cannotExport', fault('one else'), 'briefs/b.brief.yaml')
    dropNoticesAbout('briefs/a.brief.yaml')
    expect(useNotices.getState().notices).toMatchObject([{ about: 'briefs/b.brief.yaml' }])
  })
})
