//! Which part of which sheet of the map shows, and what fingers and mouse do to it, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, and what is on the sheets. Whatever has no sheet changes nothing.

use crate::islands::map::part::{Part, Spot, distance, middle};

/// How far a mouse moves before it drags, in units of the sheet. On a large screen these are pixels.
const SLACK: f64 = 4.0;

/// How many pixels of the wheel double the size or halve it.
const WHEEL: f64 = 100.0;

/// The most that one turn of the wheel does, in pixels: half as large again.
const TURN: f64 = 50.0;

/// A finger on the sheet, or the mouse while its button is pressed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pointer {
    id: i32,
    mouse: bool,
    at: (f64, f64),
}

/// How far there is still to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Whether nothing can be seen from closer.
    pub closest: bool,
    /// Whether the whole sheet shows.
    pub whole: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self { closest: false, whole: true }
    }
}

/// What is known of the map.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    sheets: Vec<Part>,
    shown: usize,
    limits: Limits,
    pointers: Vec<Pointer>,
    dragged: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The island woke and found sheets of these widths and heights, of which one shows.
    Woke(Vec<(f64, f64)>, usize),
    /// One more sheet has come, of that width and height.
    SheetCame((f64, f64)),
    /// The reader chose a sheet.
    ViewChosen(usize),
    /// The reader zooms by a factor; what is at the spot is to stay there.
    Zoomed(f64, Spot),
    /// The wheel turned by so many pixels with a key that makes it zoom, and the pointer is at the spot.
    Wheeled(f64, Spot),
    /// The reader moves on, by parts of what is shown: to the right, down.
    Moved(f64, f64),
    /// The reader wants the whole sheet.
    Whole,
    /// Something at that spot is to be seen.
    Revealed(Spot),
    /// A finger or the mouse pressed.
    Pressed {
        /// Which one.
        id: i32,
        /// Whether it is the mouse.
        mouse: bool,
        /// Where.
        at: Spot,
    },
    /// A finger or the mouse moved there while it pressed.
    Dragged(i32, Spot),
    /// A finger or the mouse let go.
    Released(i32),
    /// The click is over that may have come with letting go.
    Settled,
    /// Something on the map was clicked.
    Clicked,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show a sheet so much larger, and moved so far to the left and up; in thousandths of its size and of a unit.
    Show {
        /// Which sheet.
        sheet: usize,
        /// How large.
        zoom: i32,
        /// How far to the left.
        x: i32,
        /// How far up.
        y: i32,
    },
    /// Tell how far there is still to go.
    Limit(Limits),
    /// Have this pointer told of until it lets go, wherever it is.
    Hold(i32),
    /// The click was the end of a drag; it is to choose nobody.
    Swallow,
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let sheet = self.sheets.get(self.shown).copied().unwrap_or(Part::whole((1.0, 1.0)));
        match msg {
            Msg::Woke(sizes, shown) => {
                *self = Self { sheets: sizes.into_iter().map(Part::whole).collect(), shown, ..Self::default() };
                Vec::new()
            }
            Msg::SheetCame(size) => {
                self.sheets.push(Part::whole(size));
                Vec::new()
            }
            Msg::ViewChosen(shown) => {
                self.shown = shown;
                self.pointers = Vec::new();
                self.show()
            }
            Msg::Zoomed(by, spot) => self.set(sheet.zoomed(by, sheet.point(spot))),
            Msg::Wheeled(pixels, spot) => self.set(sheet.zoomed(factor(pixels), sheet.point(spot))),
            Msg::Moved(x, y) => self.set(sheet.moved(x * sheet.size.0, y * sheet.size.1)),
            Msg::Whole => self.set(Part::whole(sheet.size)),
            Msg::Revealed(spot) => self.reveal(sheet, spot),
            Msg::Pressed { id, mouse, at } => self.press(Pointer { id, mouse, at: sheet.point(at) }),
            Msg::Dragged(id, spot) => self.drag(sheet, id, sheet.point(spot)),
            Msg::Released(id) => {
                self.pointers.retain(|pointer| pointer.id != id);
                Vec::new()
            }
            Msg::Settled => {
                self.dragged = false;
                Vec::new()
            }
            Msg::Clicked => self.dragged.then_some(Effect::Swallow).into_iter().collect(),
        }
    }

    fn set(&mut self, sheet: Part) -> Vec<Effect> {
        match self.sheets.get_mut(self.shown) {
            Some(before) if *before != sheet => {
                *before = sheet;
                self.show()
            }
            _ => Vec::new(),
        }
    }

    fn show(&mut self) -> Vec<Effect> {
        let Some(sheet) = self.sheets.get(self.shown) else {
            return Vec::new();
        };
        let [zoom, x, y] = [sheet.zoom, sheet.x, sheet.y].map(thousandths);
        let mut effects = vec![Effect::Show { sheet: self.shown, zoom, x, y }];
        let limits = Limits { closest: sheet.is_closest(), whole: sheet.is_whole() };
        if limits != self.limits {
            self.limits = limits;
            effects.push(Effect::Limit(limits));
        }
        effects
    }

    /// What takes the focus is brought to the middle, unless it shows. What is pressed stays below the pointer.
    fn reveal(&mut self, sheet: Part, (x, y): Spot) -> Vec<Effect> {
        let shows = (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y);
        if shows || !self.pointers.is_empty() {
            return Vec::new();
        }
        let (x, y) = sheet.point((x - 0.5, y - 0.5));
        self.set(sheet.moved(x, y))
    }

    /// A third finger means nothing.
    fn press(&mut self, pointer: Pointer) -> Vec<Effect> {
        self.pointers.retain(|other| other.id != pointer.id);
        if self.pointers.len() < 2 {
            self.pointers.push(pointer);
        }
        self.dragged = false;
        Vec::new()
    }

    /// Two fingers zoom and move. One moves the page and not the map; the mouse moves the map where there is more of
    /// it than shows.
    fn drag(&mut self, sheet: Part, id: i32, to: (f64, f64)) -> Vec<Effect> {
        let other = self.pointers.iter().find(|pointer| pointer.id != id).map(|pointer| pointer.at);
        let Some(pointer) = self.pointers.iter_mut().find(|pointer| pointer.id == id) else {
            return Vec::new();
        };
        let from = pointer.at;
        if let Some(other) = other {
            pointer.at = to;
            let (before, after) = (middle(from, other), middle(to, other));
            let by = distance(to, other) / distance(from, other).max(1.0);
            return self.set(sheet.zoomed(by, before).moved(before.0 - after.0, before.1 - after.1));
        }
        if !pointer.mouse || sheet.is_whole() || (!self.dragged && distance(from, to) < SLACK) {
            return Vec::new();
        }
        pointer.at = to;
        let mut effects = if self.dragged { Vec::new() } else { vec![Effect::Hold(id)] };
        self.dragged = true;
        effects.extend(self.set(sheet.moved(from.0 - to.0, from.1 - to.1)));
        effects
    }
}

/// By how much a turn of the wheel zooms; back and forth make no difference.
fn factor(pixels: f64) -> f64 {
    let turn = 1.0 + pixels.abs().min(TURN) / WHEEL;
    if pixels < 0.0 { turn } else { 1.0 / turn }
}

/// Whole numbers, of which a browser makes fractions: writing fractions would weigh kilobytes.
fn thousandths(number: f64) -> i32 {
    (number * 1000.0 + 0.5) as i32
}
