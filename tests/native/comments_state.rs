//! What the comment box decides, without a browser.

use backgrounder::comments::{
    Answer, Capabilities, Comment, Counts, DeliveryStatus, Failure, ImportError, ImportFile, ImportReport, Page, Quote,
    RawRecord, Request, Sort, Thread,
};
use backgrounder::islands::comments::state::{Effect, Form, Msg, PAGE, Said, State, Submitted, Trouble};

const DEVICE: Capabilities =
    Capabilities { shares: false, restores: true, unlikes: true, imports: true, lasts: true, shortest: 1 };

const SERVER: Capabilities =
    Capabilities { shares: true, restores: false, unlikes: false, imports: false, lasts: true, shortest: 3 };

fn comment(id: &str, text: &str) -> Comment {
    Comment { id: id.into(), text: text.into(), mine: true, ..Comment::default() }
}

fn quote() -> Quote {
    Quote { section: "talks".into(), passage: "a passage".into() }
}

fn opened(capabilities: Capabilities) -> State {
    let mut state = State::default();
    state.update(Msg::Opened(capabilities, vec!["talks".into()]));
    state.update(Msg::CameNear);
    state
}

/// A box that shows these comments.
fn showing(capabilities: Capabilities, comments: Vec<Comment>) -> State {
    let mut state = opened(capabilities);
    let total = comments.len();
    let threads = comments.into_iter().map(Thread::of).collect();
    answered(
        &mut state,
        Request::List(Sort::Newest, 0, PAGE),
        Ok(Answer::Page(Page { threads, total: Some(total), ..Page::default() })),
    );
    state
}

fn answered(state: &mut State, request: Request, answer: Result<Answer, Failure>) -> Vec<Effect> {
    state.update(Msg::Answered(Box::new(request), Box::new(answer)))
}

fn submitted(form: Form, text: &str) -> Msg {
    Msg::Submitted(Submitted { form, author: " Ada ".into(), text: text.into(), id: "new".into(), now: 7.0 })
}

/// What the effects ask the store for.
fn asked(effects: &[Effect]) -> Vec<Request> {
    let request = |effect: &Effect| if let Effect::Ask(request) = effect { Some((**request).clone()) } else { None };
    effects.iter().filter_map(request).collect()
}

#[test]
fn a_server_is_asked_only_when_the_box_comes_near_and_the_device_at_once() {
    let mut device = State::default();
    let first = device.update(Msg::Opened(DEVICE, vec!["talks".into()]));
    let list = [Request::List(Sort::Newest, 0, PAGE)];
    assert_eq!(asked(&first), list);
    assert_eq!(device.update(Msg::CameNear), [], "it is asked once");
    let mut server = State::default();
    assert_eq!(asked(&server.update(Msg::Opened(SERVER, vec!["talks".into()]))), []);
    assert_eq!(asked(&server.update(Msg::CameNear)), list);
}

#[test]
fn a_box_that_came_near_before_its_store_was_there_asks_when_it_is() {
    let mut state = State::default();
    assert_eq!(state.update(Msg::CameNear), []);
    assert_eq!(asked(&state.update(Msg::Opened(SERVER, Vec::new()))).len(), 1);
}

#[test]
fn an_address_that_names_a_comment_does_not_wait_until_the_box_is_near() {
    let mut state = State::default();
    state.update(Msg::AddressChanged("comment-a1".into()));
    assert_eq!(asked(&state.update(Msg::Opened(SERVER, Vec::new()))).len(), 1);
    let page = Page { threads: vec![Thread::of(comment("b2", "other"))], ..Page::default() };
    let effects = answered(&mut state, Request::List(Sort::Newest, 0, PAGE), Ok(Answer::Page(page)));
    assert!(asked(&effects).contains(&Request::Find("a1".into())), "it is looked for");
    let found = Answer::Found(Some(Thread::of(comment("a1", "here"))));
    let effects = answered(&mut state, Request::Find("a1".into()), Ok(found));
    assert_eq!(effects, [Effect::Show, Effect::GoTo("a1".into())]);
    assert_eq!(state.threads()[0].root.id, "a1", "and shown before the others");
    let effects = answered(&mut state, Request::Find("a1".into()), Ok(Answer::Found(None)));
    assert_eq!(effects, [Effect::Say(Said::NotThere)]);
}

#[test]
fn a_comment_is_posted_without_the_blanks_around_it_and_with_its_passage() {
    let mut state = showing(DEVICE, Vec::new());
    state.update(Msg::QuoteTaken(quote()));
    let effects = state.update(submitted(Form::New, "  one\r\ntwo \n"));
    let posted = Comment { author: "Ada".into(), quote: Some(quote()), created: 7.0, ..comment("new", "one\ntwo") };
    assert_eq!(effects, [Effect::RememberName("Ada".into()), Effect::Ask(Box::new(Request::Post(posted.clone())))]);
    assert_eq!(state.update(submitted(Form::New, "twice")), [], "nothing is posted while something is");
    let effects = answered(&mut state, Request::Post(posted.clone()), Ok(Answer::Posted(posted)));
    assert!(effects.contains(&Effect::Empty("one\ntwo".into())) && effects.contains(&Effect::ShowQuote(None)));
    assert!(effects.contains(&Effect::GoTo("new".into())));
    assert!(effects.contains(&Effect::Say(Said::Posted(DeliveryStatus::Published))));
    assert!(effects.contains(&Effect::Tell) && effects.contains(&Effect::Persist));
    assert_eq!(state.total(), Some(1));
}

#[test]
fn what_cannot_be_posted_is_refused_and_nothing_is_asked() {
    let long = "x".repeat(Comment::LONGEST + 3);
    for (capabilities, text, wanted) in [
        (DEVICE, " \n ", Said::Empty),
        (DEVICE, "\u{200b}\u{2060} \u{3164}\u{fe0f}", Said::Empty),
        (SERVER, "ok", Said::TooShort(3)),
        (DEVICE, long.as_str(), Said::TooLong(3)),
    ] {
        let mut state = showing(capabilities, Vec::new());
        assert_eq!(state.update(submitted(Form::New, text)), [Effect::Say(wanted)]);
    }
    let author = "n".repeat(Comment::LONGEST_NAME + 1);
    let long_name = Submitted { author, text: "text".into(), ..Submitted::default() };
    let effects = showing(DEVICE, Vec::new()).update(Msg::Submitted(long_name));
    assert_eq!(effects, [Effect::Say(Said::NameTooLong)]);
}

#[test]
fn a_failed_post_is_told_and_may_be_tried_again() {
    for failure in [Failure::Full, Failure::Refused, Failure::Broken] {
        let mut state = showing(SERVER, Vec::new());
        let posted = asked(&state.update(submitted(Form::New, "words"))).remove(0);
        let effects = answered(&mut state, posted, Err(failure));
        assert_eq!(effects, [Effect::Warn(Some(Trouble::Failed(failure, true)))], "the form keeps its words");
        assert_eq!(asked(&state.update(submitted(Form::New, "words"))).len(), 1);
    }
}

#[test]
fn an_answer_to_an_answer_stands_beside_it() {
    let mut state = opened(DEVICE);
    let thread = Thread {
        root: comment("root", "a"),
        replies: vec![Comment { parent: "root".into(), ..comment("reply", "b") }],
        more: false,
    };
    let page = Page { threads: vec![thread], total: Some(2), ..Page::default() };
    answered(&mut state, Request::List(Sort::Newest, 0, PAGE), Ok(Answer::Page(page)));
    let requests = asked(&state.update(submitted(Form::Reply("reply".into()), "c")));
    assert!(matches!(&requests[..], [Request::Post(comment)] if comment.parent == "root"));
}

#[test]
fn drafts_are_kept_where_they_have_changed_and_come_back() {
    let mut state = showing(DEVICE, vec![comment("a", "root")]);
    assert_eq!(state.update(Msg::Paused(Form::New, String::new())), [], "nothing was written");
    let effects = state.update(Msg::Paused(Form::New, "half".into()));
    assert!(matches!(&effects[..], [Effect::Keep(Form::New, draft)] if draft.text == "half"));
    assert_eq!(state.update(Msg::Paused(Form::New, "half".into())), [], "it is kept already");
    state.update(Msg::Paused(Form::Reply("a".into()), "answ".into()));
    let effects = state.update(Msg::FormAsked(Form::Reply("a".into())));
    assert_eq!(effects, [Effect::Open(Form::Reply("a".into()), "answ".into())]);
    let mut again = State::default();
    let draft = Comment { text: "half".into(), quote: Some(quote()), ..Comment::default() };
    let effects = again.update(Msg::DraftsFound(vec![draft]));
    assert_eq!(effects, [Effect::Fill("half".into()), Effect::ShowQuote(Some(quote()))]);
}

#[test]
fn a_like_shows_at_once_and_is_taken_back_where_the_store_does_not_agree() {
    let mut state = showing(SERVER, vec![comment("a", "text")]);
    let requests = asked(&state.update(Msg::LikeAsked("a".into())));
    assert!(matches!(&requests[..], [Request::Like(liked)] if liked.liked && liked.likes == 1));
    assert_eq!(state.update(Msg::LikeAsked("a".into())), [], "a server takes no like back");
    let effects = answered(&mut state, requests[0].clone(), Err(Failure::Gone));
    assert_eq!(effects, [Effect::Show, Effect::Say(Said::NotLiked)]);
    assert!(state.comment("a").is_some_and(|comment| !comment.liked && comment.likes == 0));
    let mut device = showing(DEVICE, vec![comment("a", "text")]);
    device.update(Msg::LikeAsked("a".into()));
    device.update(Msg::LikeAsked("a".into()));
    assert!(device.comment("a").is_some_and(|comment| !comment.liked && comment.likes == 0));
}

#[test]
fn on_the_device_a_comment_is_deleted_at_once_and_brought_back() {
    let mut state = showing(DEVICE, vec![comment("a", "text")]);
    let effects = state.update(Msg::RemoveAsked("a".into()));
    assert_eq!(asked(&effects), [Request::Remove("a".into(), false)]);
    let record = RawRecord::from_iter([("id".to_owned(), "a".into())]);
    let effects = answered(&mut state, Request::Remove("a".into(), false), Ok(Answer::Removed(Some(record.clone()))));
    assert!(effects.contains(&Effect::OfferUndo(Said::Removed, 1)));
    let effects = state.update(Msg::UndoAsked);
    assert_eq!(effects, [Effect::EndUndo, Effect::Ask(Box::new(Request::Restore(record)))]);
}

#[test]
fn on_a_server_a_comment_is_deleted_when_it_can_no_longer_be_wanted_back() {
    let mut state = showing(SERVER, vec![comment("7", "text")]);
    let effects = state.update(Msg::RemoveAsked("7".into()));
    assert_eq!(effects, [Effect::Show, Effect::OfferUndo(Said::Removed, 1)], "the server hears nothing yet");
    assert!(state.is_leaving("7"));
    state.update(Msg::UndoAsked);
    assert!(!state.is_leaving("7"));
    state.update(Msg::RemoveAsked("7".into()));
    assert_eq!(state.update(Msg::UndoEnded(1)), [], "that was another time");
    assert_eq!(asked(&state.update(Msg::UndoEnded(2))), [Request::Remove("7".into(), false)]);
    state = showing(SERVER, vec![comment("7", "text")]);
    state.update(Msg::RemoveAsked("7".into()));
    assert_eq!(asked(&state.update(Msg::Left)), [Request::Remove("7".into(), false)], "also when the page is left");
}

#[test]
fn a_change_can_be_taken_back() {
    let mut state = showing(DEVICE, vec![comment("a", "before")]);
    assert_eq!(
        state.update(Msg::FormAsked(Form::Edit("a".into()))),
        [Effect::Open(Form::Edit("a".into()), "before".into())]
    );
    let request = asked(&state.update(submitted(Form::Edit("a".into()), "after"))).remove(0);
    assert!(matches!(&request, Request::Edit(changed) if changed.text == "after"));
    let effects = answered(&mut state, request, Ok(Answer::Done));
    assert!(effects.contains(&Effect::Close) && effects.contains(&Effect::OfferUndo(Said::Edited, 1)));
    let request = asked(&state.update(Msg::UndoAsked)).remove(0);
    assert!(matches!(&request, Request::Edit(changed) if changed.text == "before"));
    answered(&mut state, request, Ok(Answer::Done));
    assert!(state.comment("a").is_some_and(|comment| comment.text == "before"));
}

#[test]
fn pages_follow_each_other_without_repeating_a_comment() {
    let mut state = showing(DEVICE, (0..PAGE).map(|at| comment(&at.to_string(), "x")).collect());
    let more = asked(&state.update(Msg::MoreAsked));
    assert_eq!(more, [Request::List(Sort::Newest, PAGE, PAGE)]);
    let threads = vec![Thread::of(comment("19", "x")), Thread::of(comment("20", "x"))];
    let page = Page { threads, total: Some(21), ..Page::default() };
    let effects = answered(&mut state, more[0].clone(), Ok(Answer::Page(page)));
    assert!(effects.contains(&Effect::Say(Said::Shown(21))));
    assert_eq!(state.threads().len(), 21);
    let old = answered(&mut state, Request::List(Sort::Liked, 0, PAGE), Ok(Answer::Page(Page::default())));
    assert_eq!(old, [], "an answer that comes too late is for an order that is not chosen any more");
}

#[test]
fn what_is_wrong_with_the_store_is_told() {
    let mut state = opened(DEVICE);
    let page = Page { aside: 2, ..Page::default() };
    let effects = answered(&mut state, Request::List(Sort::Newest, 0, PAGE), Ok(Answer::Page(page)));
    assert!(effects.contains(&Effect::Warn(Some(Trouble::Aside(2)))));
    let sections = vec!["talks".to_owned()];
    assert!(asked(&effects).contains(&Request::Count(sections.clone())), "what shows is counted");
    let census = Counts { total: Some(7), newer: 1, mended: true, ..Counts::default() };
    let effects = answered(&mut state, Request::Count(sections), Ok(Answer::Counts(census)));
    assert!(effects.contains(&Effect::Warn(Some(Trouble::Newer(1)))));
    assert_eq!(asked(&effects), [Request::List(Sort::Newest, 0, PAGE)], "what was mended is listed");
    assert_eq!(state.total(), Some(7));
    let effects = answered(&mut state, Request::List(Sort::Newest, 0, PAGE), Err(Failure::Offline));
    assert!(effects.contains(&Effect::Warn(Some(Trouble::Failed(Failure::Offline, false)))));
}

#[test]
fn a_file_is_taken_in_or_refused_with_a_reason() {
    let mut state = showing(DEVICE, Vec::new());
    assert_eq!(
        state.update(Msg::FileChosen(Err(ImportError::TooLarge))),
        [Effect::Say(Said::NotImported(ImportError::TooLarge))]
    );
    let file = ImportFile::default();
    let request = asked(&state.update(Msg::FileChosen(Ok(file)))).remove(0);
    let brought = ImportReport { added: 2, known: 1, unread: 0, first: None };
    let effects = answered(&mut state, request, Ok(Answer::Imported(Ok(brought.clone()))));
    assert!(effects.contains(&Effect::Say(Said::Imported(brought))));
}

#[test]
fn how_much_is_left_is_told_only_near_the_limit() {
    let mut state = showing(DEVICE, Vec::new());
    for (length, left) in [(8_999, None), (9_000, Some(1_000)), (10_000, Some(0)), (10_005, Some(0))] {
        let effects = state.update(Msg::Typed(Form::New, "\u{e9}".repeat(length)));
        assert_eq!(effects, [Effect::ShowLeft(Form::New, left)], "{length} characters");
    }
}

#[test]
fn what_waits_is_sent_when_it_may_be_and_only_then() {
    let mut state = showing(SERVER, vec![Comment { standing: DeliveryStatus::Waiting, ..comment("w", "waits") }]);
    assert_eq!(asked(&state.update(Msg::MayBeSent)), [Request::Flush]);
    assert_eq!(answered(&mut state, Request::Flush, Err(Failure::Offline)), [Effect::TryLater]);
    let effects = answered(&mut state, Request::Flush, Ok(Answer::Flushed(1, None)));
    assert!(effects.contains(&Effect::Say(Said::Sent(1))));
    assert_eq!(showing(DEVICE, Vec::new()).update(Msg::MayBeSent), []);
}

#[test]
fn an_answer_that_arrives_late_takes_no_words_from_another_form() {
    let mut state = showing(SERVER, vec![comment("1", "a"), comment("2", "b")]);
    state.update(Msg::FormAsked(Form::Reply("1".into())));
    let request = asked(&state.update(submitted(Form::Reply("1".into()), "answer"))).remove(0);
    state.update(Msg::FormAsked(Form::Edit("2".into())));
    // Another list has come meanwhile, without the comment that was answered.
    let page = Page { threads: vec![Thread::of(comment("2", "b"))], ..Page::default() };
    answered(&mut state, Request::List(Sort::Newest, 0, PAGE), Ok(Answer::Page(page)));
    let Request::Post(posted) = request.clone() else { panic!("a post") };
    let effects = answered(&mut state, request, Ok(Answer::Posted(posted)));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Empty(_) | Effect::Close)), "{effects:?}");
    assert!(asked(&effects).contains(&Request::Find("1".into())), "it is shown where it belongs");
}

#[test]
fn a_list_that_comes_while_one_writes_keeps_the_form() {
    let mut state = showing(DEVICE, vec![comment("a", "text")]);
    state.update(Msg::FormAsked(Form::Edit("a".into())));
    let page = Page { threads: vec![Thread::of(comment("b", "other"))], ..Page::default() };
    answered(&mut state, Request::List(Sort::Newest, 0, PAGE), Ok(Answer::Page(page)));
    assert!(state.comment("a").is_some() && state.comment("b").is_some());
    assert_eq!(state.update(Msg::FormAsked(Form::Edit("a".into()))), [], "one that is open is not opened anew");
}

#[test]
fn what_is_written_while_something_is_posted_is_kept_too() {
    let mut state = showing(SERVER, Vec::new());
    state.update(submitted(Form::New, "first"));
    assert_eq!(state.update(Msg::Paused(Form::New, "first ".into())), [], "that is on its way");
    let effects = state.update(Msg::Paused(Form::New, "first and more".into()));
    assert!(matches!(&effects[..], [Effect::Keep(..)]));
}

#[test]
fn what_was_told_stays_until_it_is_no_longer_so() {
    let mut state = showing(SERVER, vec![comment("1", "a")]);
    let effects = answered(&mut state, Request::Remove("1".into(), false), Err(Failure::Refused));
    assert!(effects.contains(&Effect::Warn(Some(Trouble::Failed(Failure::Refused, false)))));
    let list =
        |state: &mut State| answered(state, Request::List(Sort::Newest, 0, PAGE), Ok(Answer::Page(Page::default())));
    assert!(!list(&mut state).contains(&Effect::Warn(None)), "the list that follows does not take it away");
    answered(&mut state, Request::List(Sort::Newest, 0, PAGE), Err(Failure::Offline));
    assert!(state.is_unlisted());
    assert_eq!(asked(&state.update(Msg::MayBeSent)).len(), 2, "it is listed again");
    assert!(list(&mut state).contains(&Effect::Warn(None)), "what the list brought goes with it");
}

#[test]
fn what_waits_is_tried_again_as_long_as_it_does() {
    let mut state = showing(SERVER, vec![Comment { standing: DeliveryStatus::Waiting, ..comment("w", "waits") }]);
    assert_eq!(answered(&mut state, Request::Flush, Ok(Answer::Flushed(0, None))), [Effect::TryLater]);
}

#[test]
fn a_list_older_than_a_post_is_asked_for_anew() {
    let mut state = opened(SERVER);
    let request = asked(&state.update(submitted(Form::New, "words"))).remove(0);
    let Request::Post(posted) = request.clone() else { panic!("a post") };
    answered(&mut state, request, Ok(Answer::Posted(posted)));
    let list = Request::List(Sort::Newest, 0, PAGE);
    let effects = answered(&mut state, list.clone(), Ok(Answer::Page(Page::default())));
    assert!(asked(&effects).contains(&list), "the comment is not in it");
    let effects = answered(&mut state, list.clone(), Ok(Answer::Page(Page::default())));
    assert!(!asked(&effects).contains(&list), "once is enough");
}

/// B09: a comment of nothing that is seen.
#[test]
fn b09_a_comment_of_invisible_signs_is_nothing_to_post() {
    for text in ["\u{200b}", "\u{3164}", "\u{2800}\u{a0}", "\u{e0041}", "\u{feff}\n\u{ad}", "\u{202e}\u{fe0f}"] {
        let mut state = showing(DEVICE, Vec::new());
        assert_eq!(state.update(submitted(Form::New, text)), [Effect::Say(Said::Empty)], "{text:?}");
    }
    for text in ["👍🏽", "ʻ", "क्ष", "می\u{200c}خواهم"] {
        let mut state = showing(DEVICE, Vec::new());
        assert_ne!(state.update(submitted(Form::New, text)), [Effect::Say(Said::Empty)], "{text:?}");
    }
}

/// Whoever waits is told why, as long as it is so; what the server will never want is not sent again by itself.
#[test]
fn a_waiting_comment_that_is_refused_is_told_and_sent_again_only_if_that_may_help() {
    for (failure, again) in [(Failure::Refused, true), (Failure::NameWanted, false), (Failure::Invalid, false)] {
        let waiting = Comment { standing: DeliveryStatus::Waiting, ..comment("1", "words") };
        let mut state = showing(SERVER, vec![waiting.clone()]);
        let warned = Effect::Warn(Some(Trouble::Failed(failure, false)));
        let effects = answered(&mut state, Request::Flush, Ok(Answer::Flushed(1, Some(failure))));
        assert!(effects.contains(&warned) && effects.contains(&Effect::Tell), "{effects:?}");
        let page = Page { threads: vec![Thread::of(waiting)], total: Some(1), ..Page::default() };
        let effects = answered(&mut state, Request::List(Sort::Newest, 0, PAGE), Ok(Answer::Page(page)));
        assert!(effects.contains(&warned), "the list does not take it away");
        assert_eq!(effects.contains(&Effect::TryLater), again, "{failure:?}");
    }
}
