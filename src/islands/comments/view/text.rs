//! What a reader wrote, as paragraphs.
//!
//! Deliberately absent: HTML. Words become nodes of text, and nothing but addresses of the web becomes a link.

use leptos::either::EitherOf3;
use leptos::prelude::*;

use crate::comments::{Piece, paragraphs};

/// The paragraphs of a text.
pub(super) fn text(text: &str) -> impl IntoView + use<> {
    let paragraph = |pieces: Vec<Piece>| view! { <p>{pieces.into_iter().map(piece).collect_view()}</p> };
    paragraphs(text).into_iter().map(paragraph).collect_view()
}

fn piece(piece: Piece) -> impl IntoView {
    match piece {
        Piece::Words(words) => EitherOf3::A(words),
        Piece::Break => EitherOf3::B(view! { <br/> }),
        Piece::Link(address) => {
            let href = address.clone();
            let rel = "nofollow noopener ugc";
            EitherOf3::C(view! { <a rel=rel target="_blank" referrerpolicy="no-referrer" href=href>{address}</a> })
        }
    }
}
