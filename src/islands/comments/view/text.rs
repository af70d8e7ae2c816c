//! What a reader wrote, as paragraphs.
//!
//! Deliberately absent: HTML. Words become nodes of text, and nothing but addresses of the web becomes a link.

use leptos::prelude::*;

use crate::comments::{Piece, paragraphs};

/// The paragraphs of a text.
pub(super) fn text(text: &str) -> impl IntoView + use<> {
    let paragraph = |pieces: Vec<Piece>| view! { <p>{pieces.into_iter().map(piece).collect_view()}</p> };
    paragraphs(text).into_iter().map(paragraph).collect_view()
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Words(words) => words.into_any(),
        Piece::Break => view! { <br/> }.into_any(),
        Piece::Link(address) => {
            let href = address.clone();
            view! { <a rel="nofollow noopener ugc" target="_blank" referrerpolicy="no-referrer" href=href>{address}</a> }
                .into_any()
        }
    }
}
