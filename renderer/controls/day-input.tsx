import { type CalendarDate, parseDate } from '@internationalized/date'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components'
import { isDay } from '../../engine/locale/index.js'
import { IconButton } from './button.js'
import { Icon } from './icon.js'
import { useWords } from './words.js'

interface DayInputProps {
  label: string
  /** As `2026-02-03`; empty while there is none. */
  value: string
  hint?: string
  onChange(value: string): void
}

/** A day, typed part by part or chosen in a calendar, in the order of the window's language. */
export function DayInput({ label, value, hint, onChange }: DayInputProps) {
  const say = useWords()
  return (
    <DatePicker<CalendarDate>
      className="field"
      value={isDay(value) ? parseDate(value) : null}
      onChange={(day) => onChange(day ? day.toString() : '')}
      shouldForceLeadingZeros
    >
      <Label className="label">{label}</Label>
      <Group className="day-input">
        <DateInput className="day-parts">
          {(part) => <DateSegment segment={part} className="day-part" />}
        </DateInput>
        {value && <IconButton icon="cross" label={say.clear} onPress={() => onChange('')} />}
        <Button className="icon-button">
          <Icon name="calendar" />
        </Button>
      </Group>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Popover className="popover" offset={4}>
        <Dialog className="calendar">
          <Calendar>
            <header>
              <Button slot="previous" className="icon-button">
                <Icon name="left" />
              </Button>
              <Heading className="calendar-title" />
              <Button slot="next" className="icon-button">
                <Icon name="right" />
              </Button>
            </header>
            <CalendarGrid>{(day) => <CalendarCell date={day} className="calendar-day" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
