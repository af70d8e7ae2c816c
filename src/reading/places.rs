//! Reading places and points.
//!
//! Deliberately absent: looking a place's point up by its name.

use super::fields::Fields;
use super::markdown::Cover;
use super::problem::Complaint;
use super::sheet::{Kind, Sheet};
use crate::story::{Actor, Landmark, Place, PlaceId, Point, Region};

pub(super) fn place(fields: Fields<'_>) -> Option<Place> {
    let name = fields.words("name");
    let point = fields.maybe_numbers::<2>("point", "a point: [latitude, longitude]");
    let (sheet, unsound) = (fields.sheet(), point.is_none() && fields.has("point"));
    fields.finish();
    if unsound {
        return None;
    }
    if let Some(([latitude, longitude], span)) = &point
        && !(on_earth(*latitude, 90.0) && on_earth(*longitude, 180.0))
    {
        let complaint = Complaint::new(
            format!("[{latitude}, {longitude}] is not on the earth"),
            "not on the earth",
            "write [latitude, longitude]: latitude from -90 to 90, longitude from -180 to 180",
        );
        sheet.complain(span.clone(), complaint);
        return None;
    }
    if let Some(([0.0, 0.0], span)) = &point {
        let complaint = Complaint::new(
            "[0, 0] is in the sea off Africa, and most often a point that nobody has looked up",
            "nowhere",
            "write the latitude and longitude of the place, or leave `point` out",
        );
        sheet.complain(span.clone(), complaint);
        return None;
    }
    let point = point.map(|([latitude, longitude], _)| Point { latitude, longitude });
    Some(Place { name: name?, point })
}

/// What the map shows beside the actors.
pub(super) fn map(fields: Fields<'_>) -> Option<(Region, Vec<Landmark>)> {
    let landmarks = fields.each("place", "[[map.place]]", landmark);
    let region = region(&fields);
    fields.finish();
    Some((region?, landmarks?))
}

fn landmark(fields: Fields<'_>) -> Option<Landmark> {
    let id = fields.id(Kind::Place);
    let text = fields.text("text", Cover::Claims);
    let (sheet, span) = (fields.sheet(), fields.span());
    let Place { name, point } = place(fields)?;
    if point.is_none() {
        let complaint = Complaint::new(
            format!("the map cannot mark {name}"),
            "`point` is missing",
            "add a line `point = [latitude, longitude]`",
        );
        sheet.complain(span, complaint);
    }
    Some(Landmark { id: PlaceId::new(id?), name, point: point?, text: text? })
}

fn region(fields: &Fields<'_>) -> Option<Region> {
    let wanted = "a region: [south, west, north, east]";
    let found = fields.maybe_numbers::<4>("region", wanted);
    let (sheet, span) = (fields.sheet(), fields.span());
    if !fields.has("region") {
        sheet.complain(
            span,
            Complaint::new(
                "[map] has no `region`",
                "`region` is missing",
                "add a line `region = [south, west, north, east]`",
            ),
        );
    }
    let ([south, west, north, east], span) = found?;
    let sound = on_earth(south, 90.0) && on_earth(north, 90.0) && on_earth(west, 180.0) && on_earth(east, 180.0);
    if !sound || south >= north || west >= east {
        let complaint = Complaint::new(
            "this is no region of the earth",
            "not a region",
            "write [south, west, north, east] in degrees, south below north and west below east",
        );
        sheet.complain(span, complaint);
        return None;
    }
    Some(Region { south, west, north, east })
}

/// Complains where the map would show nothing that the story names: most often numbers in another order.
pub(super) fn hold_to_region(sheet: &Sheet<'_>, region: Region, landmarks: &[Landmark], actors: &[Actor]) {
    let reacting = actors.iter().filter(|actor| !actor.reactions.is_empty());
    let points: Vec<Option<Point>> = reacting
        .map(|actor| actor.place.as_ref()?.point)
        .chain(landmarks.iter().map(|mark| Some(mark.point)))
        .collect();
    let shows = |point: &Option<Point>| {
        // A state without a point is drawn as a whole, which may reach into the region.
        point.is_none_or(|Point { latitude, longitude }| {
            (region.south..=region.north).contains(&latitude) && (region.west..=region.east).contains(&longitude)
        })
    };
    if !points.is_empty() && !points.iter().any(shows) {
        sheet.complain_whole(
            "the region of the map shows none of the story's actors and places",
            "write `region = [south, west, north, east]` and `point = [latitude, longitude]`, in this order",
        );
    }
}

fn on_earth(degrees: f64, most: f64) -> bool {
    (-most..=most).contains(&degrees)
}
