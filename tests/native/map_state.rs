//! Zooming and moving the map, without a browser.

use backgrounder::islands::map::state::{Effect, Limits, Msg, State};
use proptest::prelude::*;

const MIDDLE: (f64, f64) = (0.5, 0.5);

/// Two sheets, of which the first shows.
fn woken() -> State {
    let mut state = State::default();
    assert_eq!(state.update(Msg::Woke(vec![(640.0, 500.0), (640.0, 280.0)], 0)), []);
    state
}

/// A sheet as it is shown: how large, how far to the left and up.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Shown {
    sheet: usize,
    zoom: f64,
    x: f64,
    y: f64,
}

impl Shown {
    /// Where on the screen a point of the sheet is that is on the screen there while the whole sheet shows.
    fn place(self, x: f64, y: f64) -> (f64, f64) {
        (self.zoom * x - self.x, self.zoom * y - self.y)
    }
}

fn shown(effects: &[Effect]) -> Option<Shown> {
    let thousandths = |number: i32| f64::from(number) / 1000.0;
    effects.iter().find_map(|effect| match *effect {
        Effect::Show { sheet, zoom, x, y } => {
            Some(Shown { sheet, zoom: thousandths(zoom), x: thousandths(x), y: thousandths(y) })
        }
        _ => None,
    })
}

fn limits(effects: &[Effect]) -> Option<Limits> {
    effects.iter().find_map(|effect| match effect {
        Effect::Limit(limits) => Some(*limits),
        _ => None,
    })
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1.0
}

#[test]
fn zooming_about_the_middle_shows_the_middle() {
    let effects = woken().update(Msg::Zoomed(2.0, MIDDLE));
    assert_eq!(effects[0], Effect::Show { sheet: 0, zoom: 2000, x: 320_000, y: 250_000 });
    assert_eq!(limits(&effects), Some(Limits { closest: false, whole: false }));
}

#[test]
fn what_is_below_the_pointer_stays_there() {
    let mut state = woken();
    let about = (0.75, 0.25);
    for pixels in [-100.0, -30.0, -300.0, 20.0] {
        let shown = shown(&state.update(Msg::Wheeled(pixels, about))).unwrap();
        let (x, y) = shown.place(480.0, 125.0);
        assert!(is_near(x, 480.0) && is_near(y, 125.0), "{x} {y} at {}", shown.zoom);
    }
}

#[test]
fn the_wheel_back_undoes_the_wheel_forth() {
    let mut state = woken();
    state.update(Msg::Wheeled(-40.0, MIDDLE));
    let effects = state.update(Msg::Wheeled(40.0, MIDDLE));
    assert_eq!(effects[0], Effect::Show { sheet: 0, zoom: 1000, x: 0, y: 0 });
}

#[test]
fn there_is_an_end_to_zooming_and_it_is_told() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Zoomed(0.5, MIDDLE)), [], "all of it shows");
    let told: Vec<_> = (0..4).map(|_| limits(&state.update(Msg::Zoomed(2.0, MIDDLE)))).collect();
    let (between, end) = (Limits { closest: false, whole: false }, Limits { closest: true, whole: false });
    assert_eq!(told, [Some(between), None, Some(end), None]);
    assert_eq!(state.update(Msg::Zoomed(2.0, MIDDLE)), [], "nothing is closer");
    let effects = state.update(Msg::Whole);
    assert_eq!(effects, [Effect::Show { sheet: 0, zoom: 1000, x: 0, y: 0 }, Effect::Limit(Limits::default())]);
    assert_eq!(state.update(Msg::Whole), []);
}

#[test]
fn arrows_move_what_is_zoomed_and_end_at_its_edge() {
    let mut state = woken();
    assert_eq!(state.update(Msg::Moved(0.25, 0.0)), [], "all of it shows, so the page may scroll");
    state.update(Msg::Zoomed(2.0, MIDDLE));
    assert_eq!(shown(&state.update(Msg::Moved(0.25, 0.0))).unwrap().x, 480.0);
    assert_eq!(shown(&state.update(Msg::Moved(0.25, 0.0))).unwrap().x, 640.0, "the edge");
    assert_eq!(state.update(Msg::Moved(0.25, 0.0)), []);
    assert_eq!(shown(&state.update(Msg::Moved(0.0, -0.25))).unwrap().y, 125.0);
}

#[test]
fn each_sheet_keeps_its_part() {
    let mut state = woken();
    state.update(Msg::Zoomed(2.0, MIDDLE));
    let effects = state.update(Msg::ViewChosen(1));
    assert_eq!(shown(&effects).unwrap(), Shown { sheet: 1, zoom: 1.0, x: 0.0, y: 0.0 });
    assert_eq!(limits(&effects), Some(Limits::default()));
    assert_eq!(shown(&state.update(Msg::Zoomed(4.0, MIDDLE))).unwrap().sheet, 1);
    let effects = state.update(Msg::ViewChosen(0));
    assert_eq!(shown(&effects).unwrap(), Shown { sheet: 0, zoom: 2.0, x: 320.0, y: 250.0 });
}

#[test]
fn what_takes_the_focus_is_brought_to_the_middle_unless_it_shows() {
    let mut state = woken();
    state.update(Msg::Zoomed(4.0, (0.0, 0.0)));
    assert_eq!(state.update(Msg::Revealed((0.9, 0.1))), []);
    let shown = shown(&state.update(Msg::Revealed((2.0, 1.5)))).unwrap();
    assert_eq!((shown.x, shown.y), (960.0, 500.0));
    state.update(Msg::Pressed { id: 1, mouse: true, at: (0.9, 0.5) });
    assert_eq!(state.update(Msg::Revealed((1.1, 0.5))), [], "what is pressed stays below the pointer");
}

fn pressed(state: &mut State, id: i32, mouse: bool, at: (f64, f64)) {
    assert_eq!(state.update(Msg::Pressed { id, mouse, at }), []);
}

#[test]
fn two_fingers_zoom_and_move() {
    let mut state = woken();
    pressed(&mut state, 1, false, (0.4, 0.5));
    pressed(&mut state, 2, false, (0.6, 0.5));
    assert_eq!(shown(&state.update(Msg::Dragged(2, (0.8, 0.5)))).unwrap().zoom, 2.0, "twice as far apart");
    let shown = shown(&state.update(Msg::Dragged(1, (0.2, 0.5)))).unwrap();
    assert_eq!(shown.zoom, 3.0);
    assert!(is_near(shown.place(320.0, 250.0).0, 320.0), "what was between the fingers still is: {shown:?}");
    state.update(Msg::Released(1));
    assert_eq!(state.update(Msg::Dragged(2, (0.1, 0.1))), [], "one finger moves the page and not the map");
}

#[test]
fn a_third_finger_means_nothing() {
    let mut state = woken();
    for (id, x) in [(1, 0.3), (2, 0.5), (3, 0.7)] {
        pressed(&mut state, id, false, (x, 0.5));
    }
    assert_eq!(state.update(Msg::Dragged(3, (0.9, 0.9))), []);
}

#[test]
fn a_mouse_drags_what_is_zoomed_and_then_chooses_nobody() {
    let mut state = woken();
    state.update(Msg::Zoomed(2.0, MIDDLE));
    pressed(&mut state, 1, true, MIDDLE);
    assert_eq!(state.update(Msg::Dragged(1, (0.504, 0.5))), [], "a hand is never quite still");
    assert_eq!(state.update(Msg::Clicked), []);
    let effects = state.update(Msg::Dragged(1, (0.6, 0.5)));
    assert_eq!(effects[0], Effect::Hold(1));
    assert!(is_near(shown(&effects).unwrap().x, 256.0), "the map goes with the mouse: {effects:?}");
    assert_eq!(shown(&state.update(Msg::Dragged(1, (0.7, 0.5)))).map(|shown| shown.x), Some(192.0));
    assert_eq!(state.update(Msg::Released(1)), []);
    assert_eq!(state.update(Msg::Clicked), [Effect::Swallow]);
    state.update(Msg::Settled);
    assert_eq!(state.update(Msg::Clicked), [], "the next click chooses");
}

#[test]
fn a_mouse_that_moves_over_the_whole_map_still_chooses() {
    let mut state = woken();
    pressed(&mut state, 1, true, MIDDLE);
    assert_eq!(state.update(Msg::Dragged(1, (0.7, 0.5))), []);
    assert_eq!(state.update(Msg::Clicked), []);
}

#[test]
fn nothing_happens_where_there_is_no_sheet() {
    let mut state = State::default();
    for msg in
        [Msg::Zoomed(2.0, MIDDLE), Msg::Moved(1.0, 1.0), Msg::Whole, Msg::ViewChosen(3), Msg::Revealed((2.0, 2.0))]
    {
        assert_eq!(state.update(msg), []);
    }
}

fn msgs() -> impl Strategy<Value = Vec<Msg>> {
    let spot = || (-0.5..1.5f64, -0.5..1.5f64);
    let msg = prop_oneof![
        (0.1..10.0f64, spot()).prop_map(|(by, spot)| Msg::Zoomed(by, spot)),
        (-200.0..200.0f64, spot()).prop_map(|(pixels, spot)| Msg::Wheeled(pixels, spot)),
        (-2.0..2.0f64, -2.0..2.0f64).prop_map(|(x, y)| Msg::Moved(x, y)),
        spot().prop_map(Msg::Revealed),
        (0..3, any::<bool>(), spot()).prop_map(|(id, mouse, at)| Msg::Pressed { id, mouse, at }),
        (0..3, spot()).prop_map(|(id, at)| Msg::Dragged(id, at)),
        (0..3).prop_map(Msg::Released),
        (0..2usize).prop_map(Msg::ViewChosen),
    ];
    proptest::collection::vec(msg, 1..40)
}

proptest! {
    #[test]
    fn the_edge_never_comes_inside(msgs in msgs()) {
        let mut state = woken();
        for msg in msgs {
            if let Some(shown) = shown(&state.update(msg)) {
                let high = if shown.sheet == 0 { 500.0 } else { 280.0 };
                prop_assert!((1.0..=8.0).contains(&shown.zoom), "{shown:?}");
                let ((left, top), (right, bottom)) = (shown.place(0.0, 0.0), shown.place(640.0, high));
                // The last digit of what is told is rounded.
                prop_assert!(left <= 0.0 && top <= 0.0 && right >= 639.5 && bottom >= high - 0.5, "{shown:?}");
            }
        }
    }
}

#[test]
fn a_sheet_that_comes_later_shows_whole_when_it_is_chosen() {
    let mut state = State::default();
    state.update(Msg::Woke(vec![(640.0, 500.0)], 0));
    assert_eq!(state.update(Msg::ViewChosen(1)), [], "it is not there yet");
    assert_eq!(state.update(Msg::SheetCame((640.0, 280.0))), []);
    let effects = state.update(Msg::ViewChosen(1));
    assert_eq!(shown(&effects).map(|shown| (shown.sheet, shown.zoom)), Some((1, 1.0)));
}
