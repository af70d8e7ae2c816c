//! Comments as the page shows them, made from the page's templates.
//!
//! Deliberately absent: HTML. What readers wrote is put in as text.

use super::perform::Scene;
use super::said::{count, words};
use super::state::{Form, State};
use crate::browser::{self, Element};
use crate::comments::{Abilities, Comment, Piece, Quote, Standing, Thread, paragraphs};

/// The most bytes of a text that is laid out at once, so that nothing below it moves when it comes near; longer ones
/// take too long.
const LONG: usize = 1_000;

/// How the comment of an id is found within the box.
pub(super) fn selector(id: &str) -> String {
    // An id of the address may be anything.
    let sound = id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    ["[data-comment=\"", if sound { id } else { "" }, "\"]"].concat()
}

/// Shows the comments as they are now. What shows already and has not changed is left alone, and with it whatever the
/// reader is writing there.
pub(super) fn show(scene: &Scene, state: &State) {
    let Some(list) = scene.first(".comments-list") else {
        return;
    };
    let threads = state.threads();
    let roots: Vec<Element> = threads.iter().filter_map(|thread| show_thread(state, thread)).collect();
    browser::arrange(&list, &roots);
    browser::set_flag(&scene.first(".comments-more"), "hidden", !state.more());
    browser::set_flag(&scene.first(".comments-none"), "hidden", !threads.is_empty() || state.is_unlisted());
    let total = state.total().map(|total| count(total.max(threads.len()))).unwrap_or_default();
    browser::show_text(&scene.first(".comments-extent"), &total);
    if let Some(total) = state.total() {
        browser::set_attribute(&Some(list), "data-total", &total.to_string());
    }
}

fn show_thread(state: &State, thread: &Thread) -> Option<Element> {
    let root = show_comment(state, &thread.root)?;
    let list = browser::first_within(&root, ".comment-replies")?;
    let replies: Vec<Element> = thread.replies.iter().filter_map(|reply| show_comment(state, reply)).collect();
    browser::arrange(&list, &replies);
    browser::set_flag(&browser::first_within(&root, ".comment-more"), "hidden", !thread.more);
    Some(root)
}

fn show_comment(state: &State, comment: &Comment) -> Option<Element> {
    if state.is_leaving(&comment.id) {
        return None;
    }
    let element =
        match browser::by_id(&["comment-", &comment.id].concat()).filter(|found| browser::is(found, ".comment")) {
            Some(element) => element,
            None => browser::copy_of_template(".comment-template")?,
        };
    let named = state.named() == Some(comment.id.as_str());
    browser::set_flag(&Some(element.clone()), "data-chosen", named);
    // All that shows of a comment, as one text: if it is the same, nothing has to be done.
    let shown = format_shown(comment);
    if browser::attribute(&element, "data-shown") != shown {
        fill(&element, comment, state.abilities());
        browser::set_attribute(&Some(element.clone()), "data-shown", &shown);
    }
    Some(element)
}

/// A short text that is another whenever something that shows is another.
fn format_shown(comment: &Comment) -> String {
    let Comment { likes, liked, mine, hidden, edited, text, .. } = comment;
    let flags = [*liked, *mine, *hidden, *edited].map(|flag| if flag { "1" } else { "0" }).concat();
    let sum = text.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    [standing(comment.standing), &flags, &likes.to_string(), &text.len().to_string(), &sum.to_string()].join(" ")
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Published => "published",
        Standing::Awaiting => "awaiting",
        Standing::Waiting => "waiting",
        Standing::Uncertain => "uncertain",
        Standing::Removed => "removed",
    }
}

fn fill(element: &Element, comment: &Comment, abilities: Abilities) {
    let own = Some(element.clone());
    // Below the comment's own parts there may be its answers, which have the same parts.
    let part = |selector: &str| browser::first_within(element, selector);
    for (name, value) in [("data-comment", comment.id.clone()), ("id", ["comment-", &comment.id].concat())] {
        browser::set_attribute(&own, name, &value);
    }
    browser::set_attribute(&own, "data-standing", standing(comment.standing));
    browser::set_flag(&own, "data-hidden", comment.hidden);
    browser::set_flag(&part(".comment-text"), "data-long", comment.text.len() > LONG);
    let nobody = if comment.author.is_empty() { words("nobody", &[]) } else { String::new() };
    browser::show_text(&part(".comment-author"), &(nobody + &comment.author));
    browser::set_attribute(&part(".comment-when"), "href", &["#comment-", &comment.id].concat());
    browser::set_attribute(&part("time"), "datetime", &browser::machine_time(comment.created));
    browser::show_text(&part(".comment-exact"), &browser::exact_time(comment.created));
    tell_time(element);
    browser::set_flag(&part(".comment-edited"), "hidden", !comment.edited);
    fill_quote(&part(".comment-quote"), comment.quote.as_ref());
    if let Some(text) = part(".comment-text") {
        fill_text(&text, &comment.text);
    }
    let published = comment.standing == Standing::Published;
    let here = matches!(comment.standing, Standing::Waiting | Standing::Uncertain);
    let likes = if comment.likes > 0 { comment.likes.to_string() } else { String::new() };
    browser::show_text(&part(".comment-likes"), &likes);
    browser::set_attribute(&part("[data-act=like]"), "aria-pressed", if comment.liked { "true" } else { "false" });
    let fixed = comment.liked && !abilities.unlikes;
    browser::set_attribute(&part("[data-act=like]"), "aria-disabled", if fixed { "true" } else { "false" });
    let acts = [
        ("like", published && !(abilities.shares && comment.mine)),
        ("reply", published),
        ("edit", published && comment.mine),
        ("delete", published && comment.mine || here),
        ("resend", here),
        ("report", published),
    ];
    for (act, shows) in acts {
        browser::set_flag(&part(&["[data-act=", act, "]"].concat()), "hidden", !shows);
    }
}

fn fill_quote(link: &Option<Element>, quote: Option<&Quote>) {
    browser::set_flag(link, "hidden", quote.is_none());
    let (Some(link), Some(quote)) = (link, quote) else {
        return;
    };
    let heading = browser::by_id(&[&quote.section, "-heading"].concat()).map(|heading| browser::text(&heading));
    let passage = if quote.passage.is_empty() { heading.unwrap_or_default() } else { quote.passage.clone() };
    browser::show_text(&browser::first_within(link, "q"), &passage);
    let (link, home) =
        (Some(link.clone()), browser::by_id("comments").map(|box_| browser::attribute(&box_, "data-home")));
    let home = home.unwrap_or_default();
    browser::set_attribute(&link, "href", &(home.clone() + &browser::address_of_passage(quote)));
    if !home.is_empty() {
        browser::set_attribute(&link, "target", "_blank");
    }
}

fn fill_text(element: &Element, text: &str) {
    browser::show_text(&Some(element.clone()), "");
    for paragraph in paragraphs(text) {
        let Some(line) = browser::append_new(element, "p") else {
            continue;
        };
        for piece in paragraph {
            match piece {
                Piece::Words(words) => browser::append_text(&line, &words),
                Piece::Break => drop(browser::append_new(&line, "br")),
                Piece::Link(address) => fill_link(&line, &address),
            }
        }
    }
}

fn fill_link(line: &Element, address: &str) {
    let link = browser::append_new(line, "a");
    let attributes = [("rel", "nofollow noopener ugc"), ("target", "_blank"), ("referrerpolicy", "no-referrer")];
    for (name, value) in attributes.into_iter().chain([("href", address)]) {
        browser::set_attribute(&link, name, value);
    }
    browser::show_text(&link, address);
}

/// Says how long ago each comment was written.
pub(super) fn tell_times(root: &Element) {
    browser::all(root, ".comment").iter().for_each(tell_time);
}

fn tell_time(comment: &Element) {
    let time = browser::first_within(comment, "time");
    let written = time.as_ref().map(|time| browser::attribute(time, "datetime")).unwrap_or_default();
    browser::show_text(&time, &browser::relative_time(browser::time_of(&written)));
}

/// Opens a form below a comment, with a text in it, and moves the focus there.
pub(super) fn open(scene: &Scene, form: &Form, text: &str) {
    close(scene);
    let (id, template) = match form {
        Form::New => return,
        Form::Reply(id) => (id, ".reply-template"),
        Form::Edit(id) => (id, ".edit-template"),
    };
    let place = scene.first(&(selector(id) + " > .comment-form"));
    if let (Some(place), Some(form)) = (place, browser::copy_of_template(template)) {
        browser::append(&place, &form);
        browser::set_field_value(&form, "textarea", text);
        let name = browser::field_value(scene.root(), "[data-form=new] [name=author]");
        browser::set_field_value(&form, "[name=author]", &name);
        browser::go_to(&browser::first_within(&form, "textarea"));
    }
}

/// Closes the form that is below a comment.
pub(super) fn close(scene: &Scene) {
    for form in browser::all(scene.root(), ".comment-form > *") {
        form.remove();
    }
}

/// Shows the passage that is written about.
pub(super) fn show_quote(scene: &Scene, quote: Option<&Quote>) {
    let line = scene.first(".composer-quote");
    browser::set_flag(&line, "hidden", quote.is_none());
    let passage = quote.map(|quote| quote.passage.clone()).unwrap_or_default();
    browser::set_flag(&scene.first(".composer-quote em"), "hidden", !passage.is_empty());
    browser::set_flag(&scene.first(".composer-quote q"), "hidden", passage.is_empty());
    browser::show_text(&scene.first(".composer-quote q"), &passage);
}

/// Shows how many comments there are on each section.
pub(super) fn show_counts(counts: &[(String, usize)], more: bool) {
    for (section, count) in counts {
        let place = browser::first(&["[data-comment-on=\"", section, "\"] .comment-on-count"].concat());
        let count = if *count > 0 { count.to_string() } else { String::new() };
        let plus = if more && !count.is_empty() { "+" } else { "" };
        browser::show_text(&place, &(count + plus));
    }
}
