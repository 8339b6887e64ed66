package ui

// Icon names one drawing of the set. All are drawn for this program on a 16 unit grid, stroke
// 1.75, round ends. An icon never stands alone: a word is always beside it or in its label.
type Icon string

// The drawings.
const (
	IconNone      Icon = ""
	IconPrint     Icon = "print"
	IconDownload  Icon = "download"
	IconUpload    Icon = "upload"
	IconSheet     Icon = "sheet"
	IconGlobe     Icon = "globe"
	IconCheck     Icon = "check"
	IconMet       Icon = "met"     // circle with a check: a target met, a thing agreed
	IconShort     Icon = "short"   // circle, arrow down: not reached
	IconOver      Icon = "over"    // circle, arrow up: above a range
	IconUnknown   Icon = "unknown" // dashed circle: no figure yet
	IconWarn      Icon = "warn"
	IconInfo      Icon = "info"
	IconClock     Icon = "clock"
	IconCalendar  Icon = "calendar"
	IconDoc       Icon = "doc"
	IconSearch    Icon = "search"
	IconLock      Icon = "lock"
	IconPeople    Icon = "people"
	IconMail      Icon = "mail"
	IconMenu      Icon = "menu"
	IconUp        Icon = "up"
	IconDown      Icon = "down"
	IconLeft      Icon = "left"
	IconRight     Icon = "right"
	IconArrowUp   Icon = "arrow-up"
	IconArrowDown Icon = "arrow-down"
	IconPlus      Icon = "plus"
	IconMinus     Icon = "minus"
	IconEdit      Icon = "edit"
	IconCross     Icon = "cross"
	IconUndo      Icon = "undo"
	IconSaved     Icon = "saved" // cloud with a check: kept
	IconPicture   Icon = "picture"
	IconFeed      Icon = "feed"
)

// drawings are the insides of the svg elements. They are constants of the program, never data.
var drawings = map[Icon]string{
	IconPrint:     `<path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z"/>`,
	IconDownload:  `<path d="M8 2.5v7.5M4.75 7 8 10.25 11.25 7M2.75 13.25h10.5"/>`,
	IconUpload:    `<path d="M8 10.25V2.75M4.75 5.75 8 2.5l3.25 3.25M2.75 13.25h10.5"/>`,
	IconSheet:     `<path d="M2.75 2.75h10.5v10.5H2.75zM2.75 6.25h10.5M2.75 9.75h10.5M6.5 6.25v7"/>`,
	IconGlobe:     `<circle cx="8" cy="8" r="5.75"/><path d="M2.25 8h11.5M8 2.25c2.2 2 2.9 3.9 2.9 5.75S10.200 11.750 8 13.750C5.800 11.750 5.100 9.850 5.100 8S5.800 4.250 8 2.250"/>`,
	IconCheck:     `<path d="m3 8.5 3.25 3.25L13 5"/>`,
	IconMet:       `<circle cx="8" cy="8" r="5.75"/><path d="m5.5 8.25 1.75 1.75 3.25-3.5"/>`,
	IconShort:     `<circle cx="8" cy="8" r="5.75"/><path d="M8 5v5.5M5.750 8.500 8 10.750 10.250 8.500"/>`,
	IconOver:      `<circle cx="8" cy="8" r="5.75"/><path d="M8 11V5.500M5.750 7.500 8 5.250 10.250 7.500"/>`,
	IconUnknown:   `<circle cx="8" cy="8" r="5.75" stroke-dasharray="2.600 1.915"/><path d="M5.750 8h4.500"/>`,
	IconWarn:      `<path d="M8 2.500 14 13.250H2zM8 6.500v3M8 11.400v.1"/>`,
	IconInfo:      `<circle cx="8" cy="8" r="5.75"/><path d="M8 7.500v3.250M8 5.200v.1"/>`,
	IconClock:     `<circle cx="8" cy="8" r="5.75"/><path d="M8 4.750V8l2 1.750"/>`,
	IconCalendar:  `<path d="M2.750 3.750h10.500v9.500H2.750zM2.750 6.750h10.500M5.500 2.250v2.500M10.500 2.250v2.500"/>`,
	IconDoc:       `<path d="M3.750 2.250h5.500l3 3v8.500h-8.500zM9 2.500v3h3"/>`,
	IconSearch:    `<circle cx="7" cy="7" r="4.250"/><path d="m10.250 10.250 3.500 3.500"/>`,
	IconLock:      `<path d="M3.500 7.250h9v6h-9zM5.500 7V5a2.500 2.500 0 0 1 5 0v2"/>`,
	IconPeople:    `<circle cx="6" cy="5.500" r="2.500"/><path d="M1.750 13.250c.3-3 2-4.250 4.250-4.250s3.950 1.250 4.250 4.250M10.500 3.250a2.400 2.400 0 0 1 0 4.500M12 9.500c1.400.6 2.100 1.900 2.250 3.750"/>`,
	IconMail:      `<path d="M2.250 3.750h11.500v8.500H2.250zM2.500 4.250 8 8.750l5.500-4.500"/>`,
	IconMenu:      `<path d="M2.250 4h11.500M2.250 8h11.500M2.250 12h11.500"/>`,
	IconUp:        `<path d="m4 10 4-4 4 4"/>`,
	IconDown:      `<path d="m4 6 4 4 4-4"/>`,
	IconLeft:      `<path d="m10 4-4 4 4 4"/>`,
	IconRight:     `<path d="m6 4 4 4-4 4"/>`,
	IconArrowUp:   `<path d="M8 13V3.250M4 7l4-4 4 4"/>`,
	IconArrowDown: `<path d="M8 3v9.750M4 9l4 4 4-4"/>`,
	IconPlus:      `<path d="M8 3v10M3 8h10"/>`,
	IconMinus:     `<path d="M3 8h10"/>`,
	IconEdit:      `<path d="m3 13 .6-2.900L11 2.700l2.300 2.300-7.400 7.400z"/>`,
	IconCross:     `<path d="m4 4 8 8M12 4l-8 8"/>`,
	IconUndo:      `<path d="M5.500 3 2.500 6l3 3M2.750 6h6.500a3.500 3.500 0 0 1 0 7H6"/>`,
	IconSaved:     `<path d="M4.500 12.750a3 3 0 0 1-.2-5.950 4 4 0 0 1 7.700-.3 3.150 3.150 0 0 1-.3 6.250zM5.750 9.250l1.600 1.600 2.900-3"/>`,
	IconPicture:   `<path d="M2.250 3h11.500v10H2.250zM2.500 11.500l3.250-3.500 2.500 2.500 2-2 3.250 3"/><circle cx="10.500" cy="5.750" r=".75"/>`,
	IconFeed:      `<path d="M3 3a10 10 0 0 1 10 10M3 7a6 6 0 0 1 6 6M3.500 12.500h.1"/>`,
}
