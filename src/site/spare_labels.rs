//! Places for names that are printed only where there is room for them.
//!
//! Deliberately absent: moving the names of actors, which are printed in any case and come first.

use super::labels::{EDGE, LETTER, LETTERS, MARK, Wanted, around, room};
use crate::page::{Anchor, Bounds, Label, Named, overlap};

/// How names are set of which some may be left out.
struct Setting {
    /// The height of a name, in units of the sheet, and that of an actor's.
    letter: (f64, f64),
    /// How far a name reaches above and below its baseline, as parts of its height.
    reach: (f64, f64),
    /// How far names may stand from the middle of their mark; farther where it stands on that of an actor.
    clear: &'static [f64],
    /// How much lower or higher a name beside its mark may stand, in parts of its height.
    shifts: &'static [f64],
}

/// In the world marks move apart as they are looked at closely, and names take whole lines.
const WORLD: Setting = Setting { letter: (24.0, 24.0), reach: (1.07, 0.3), clear: &[SMALL_MARK], shifts: &[0.0] };

/// Names of landmarks on the smallest screen, and on maps of 32rem and more, for which `style/map.css` has smaller ones.
const NARROW: Setting =
    Setting { letter: (24.0, LETTER), reach: LETTERS, clear: &[SMALL_MARK, MARK + 1.0], shifts: &[0.0, 0.25, -0.25] };
const WIDE: Setting = Setting { letter: (20.0, 20.0), ..NARROW };

/// Half the width of the room that a small mark takes.
const SMALL_MARK: f64 = 8.0;

/// A place for each name of the world at which it is wholly on the sheet and covers no other name and no mark; none for
/// those for which there is none. Earlier ones choose first.
pub(super) fn in_the_world(wanted: &[Wanted<'_>], width: f64, height: f64) -> Vec<Option<Label>> {
    let taken = wanted.iter().map(|mark| around(mark, SMALL_MARK)).collect();
    free(wanted, &[], taken, &WORLD, (width, height))
}

/// The same for landmarks on a sheet on which actors have their marks, and their names at these places. What finds no
/// room on a narrow map is tried on a wide one.
pub(super) fn among(
    wanted: &[Wanted<'_>],
    actors: &[Wanted<'_>],
    named: &[Label],
    size: (f64, f64),
) -> Vec<Option<Named>> {
    let taken = |setting: &Setting| {
        let mut taken: Vec<Bounds> = wanted.iter().map(|mark| around(mark, SMALL_MARK)).collect();
        taken.extend(actors.iter().filter(|actor| actor.point).map(|actor| around(actor, MARK)));
        let names = actors.iter().zip(named);
        taken.extend(names.map(|(actor, label)| room(actor.name, *label, setting.letter.1, LETTERS)));
        taken
    };
    let narrow = free(wanted, &[], taken(&NARROW), &NARROW, size);
    let wide = free(wanted, &narrow, taken(&WIDE), &WIDE, size);
    let both = narrow.into_iter().zip(wide);
    both.map(|(narrow, wide)| narrow.map(Named::Everywhere).or(wide.map(Named::WhereWide))).collect()
}

/// Places for those names that have none yet, about what is taken.
fn free(
    wanted: &[Wanted<'_>],
    settled: &[Option<Label>],
    mut taken: Vec<Bounds>,
    setting: &Setting,
    size: (f64, f64),
) -> Vec<Option<Label>> {
    let settled = |at: usize| settled.get(at).copied().flatten();
    let bounds = |mark: &Wanted<'_>, label| room(mark.name, label, setting.letter.0, setting.reach);
    taken.extend(wanted.iter().enumerate().filter_map(|(at, mark)| Some(bounds(mark, settled(at)?))));
    let place = |(at, mark): (usize, &Wanted<'_>)| {
        if let Some(label) = settled(at) {
            return Some(label);
        }
        let is_free = |label: &Label| is_free(bounds(mark, *label), &taken, size);
        let label = choices(mark, setting).into_iter().find(is_free)?;
        taken.push(bounds(mark, label));
        Some(label)
    };
    wanted.iter().enumerate().map(place).collect()
}

/// Whether a name is wholly on the sheet and covers nothing.
fn is_free(bounds: Bounds, taken: &[Bounds], (width, height): (f64, f64)) -> bool {
    let inside = bounds.0 >= EDGE && bounds.2 <= width - EDGE && bounds.1 >= 0.0 && bounds.3 <= height;
    inside && taken.iter().all(|other| overlap(bounds, *other) == 0.0)
}

/// Where a name can stand about its mark, the better places first.
fn choices(mark: &Wanted<'_>, setting: &Setting) -> Vec<Label> {
    let places = setting.clear.iter().flat_map(|clear| places(*clear, setting));
    places.map(|(anchor, dx, dy)| Label { x: mark.x + dx, y: mark.y + dy, anchor }).collect()
}

/// How far from its mark a name can stand: beside it, below and above, there to the one side or the other, and beside it
/// a little lower or higher.
fn places(clear: f64, setting: &Setting) -> Vec<(Anchor, f64, f64)> {
    let (letter, (rise, fall)) = (setting.letter.0, setting.reach);
    let (below, above) = ((clear + letter * rise).ceil(), -(clear + letter * fall).ceil());
    let beside = setting.shifts.iter().flat_map(|shift| {
        let down = (letter / 3.0).round() + (letter * shift).round();
        [(Anchor::Start, clear + 3.0, down), (Anchor::End, -clear - 3.0, down)]
    });
    let mut places: Vec<_> = beside.collect();
    let about = [
        (Anchor::Middle, 0.0, below),
        (Anchor::Middle, 0.0, above),
        (Anchor::Start, -clear, below),
        (Anchor::End, clear, below),
        (Anchor::Start, -clear, above),
        (Anchor::End, clear, above),
    ];
    places.splice(2..2, about);
    places
}
