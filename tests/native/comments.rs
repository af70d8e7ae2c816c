//! Comments, their records and files, and the stores that keep them, without a browser.

use futures::future::LocalBoxFuture;
use std::cell::RefCell;
use std::rc::Rc;

use backgrounder::comments::{
    Answer, Body, Call, Comment, Database, DeliveryStatus, Device, Failure, ImportError, ImportFile, Isso, Memory,
    Method, NewComment, Piece, Query, Quote, RawRecord, Reading, Reply, Request, Sort, Store, StoreName, Transport,
    Unposted, WriteOp, find, paragraphs, read, read_file, write,
};
use futures::FutureExt;
use futures::executor::block_on;
use serde_json::{Value, json};

const STORY: &str = "/tiny/";

fn comment(id: &str, created: f64) -> Comment {
    let quote = Some(Quote { section: "began".into(), passage: "a passage".into() });
    Comment { id: id.into(), text: format!("text of {id}"), author: "Ada".into(), created, quote, ..Comment::default() }
}

fn now() -> f64 {
    1_000_000.0
}

fn device() -> (Rc<Memory>, Device) {
    let memory = Rc::new(Memory::default());
    (memory.clone(), Device::new(memory, STORY, now))
}

fn ask(store: &dyn Store, request: Request) -> Answer {
    block_on(store.ask(&request)).unwrap_or_else(|failure| panic!("{request:?}: {failure:?}"))
}

fn post(store: &dyn Store, comment: Comment) {
    assert!(matches!(ask(store, Request::Post(comment)), Answer::Posted(_)));
}

fn listed(store: &dyn Store, sort: Sort) -> Vec<String> {
    let Answer::Page(page) = ask(store, Request::List(sort, 0, 20)) else { panic!("a page") };
    page.threads.into_iter().map(|thread| thread.root.id).collect()
}

/// The record that JSON stands for.
fn raw(json: Value) -> RawRecord {
    json.as_object().unwrap().clone()
}

/// The record of a comment with one more field, or another one.
fn record(of: &Comment, field: &str, value: impl Into<Value>) -> RawRecord {
    let mut record = RawRecord::from(write(of, STORY));
    record.insert(field.to_owned(), value.into());
    record
}

fn put(memory: &Memory, records: Vec<RawRecord>) {
    let changes = records.into_iter().map(|record| WriteOp::Put(StoreName::Comments, record)).collect();
    block_on(memory.write(changes)).unwrap();
}

#[test]
fn text_is_paragraphs_lines_and_addresses_of_the_web() {
    let words = |text: &str| Piece::Words(text.into());
    let link = |text: &str| Piece::Link(text.into());
    assert_eq!(paragraphs("a\nb\n \n\nc"), [vec![words("a"), Piece::Break, words("b")], vec![words("c")]]);
    for (text, address) in [
        ("see https://example.org/a_(b). Then", "https://example.org/a_(b)"),
        ("(http://example.org/a)", "http://example.org/a"),
        ("https://example.org,", "https://example.org"),
        ("\"https://example.org/?q=1&r=2#f\"", "https://example.org/?q=1&r=2#f"),
    ] {
        let pieces = paragraphs(text).remove(0);
        assert!(pieces.contains(&link(address)), "{text}: {pieces:?}");
    }
    for text in [
        "javascript:alert(1)",
        "xhttp://example.org",
        "http://",
        "https:///x",
        "httpss://a",
        "ftp://example.org",
        "HTTP:a",
    ] {
        assert_eq!(paragraphs(text), [vec![words(text)]], "{text}");
    }
}

#[test]
fn a_passage_is_found_whatever_blanks_are_in_it() {
    let texts = ["One ".to_owned(), "wo\u{1f600}rd".to_owned(), "s more".to_owned()];
    let passage = find(&texts, "wo\u{1f600}rds").unwrap();
    assert_eq!((passage.start.text, passage.start.at, passage.end.text, passage.end.at), (1, 0, 2, 1));
    assert_eq!(find(&texts, "One  wo").map(|passage| passage.end.at), Some(2));
    assert_eq!(find(&texts, "never"), None);
    assert_eq!(find(&texts, ""), None, "nothing is nowhere");
}

#[test]
fn a_record_is_read_as_it_was_written_and_keeps_what_is_unknown() {
    let whole = Comment { likes: 3, liked: true, mine: true, edited: true, hidden: true, ..comment("a1", 5.0) };
    let record = record(&whole, "later", "kept");
    match read(record.clone()) {
        Reading::Sound(comment, read) => {
            assert_eq!(comment, whole);
            assert_eq!(RawRecord::from(*read), record);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_record_of_version_1_is_read_and_one_of_version_3_is_left_alone() {
    let mut old = raw(json!({
        "v": 1, "id": "b", "thread": STORY, "parent": "a", "created": 5, "author": "", "text": "old", "later": "kept",
    }));
    let Reading::Sound(comment, record) = read(old.clone()) else { panic!("it is sound") };
    assert_eq!((comment.parent.as_str(), comment.likes), ("a", 0));
    let record = RawRecord::from(*record);
    assert_eq!((&record["v"], &record["later"]), (&json!(2), &json!("kept")));
    old["v"] = 3.into();
    assert_eq!(read(old), Reading::Newer);
}

#[test]
fn a_corrupt_record_is_told_by_its_field() {
    for (field, value) in [
        ("v", json!("2")),
        ("id", json!("a b")),
        ("id", json!(7)),
        ("thread", json!("")),
        ("place", json!("a1")),
        ("created", json!(f64::NAN)),
        ("created", json!("yesterday")),
        ("created", json!(-1)),
        ("author", Value::Null),
        ("author", json!(["a"])),
        ("text", json!("")),
        ("text", json!("x".repeat(10_001))),
        ("likes", json!(-1)),
        ("likes", json!(0.5)),
        ("mine", json!(1)),
        ("section", json!(true)),
        ("quote", json!(7)),
    ] {
        let record = record(&comment("a1", 5.0), field, value.clone());
        assert_eq!(read(record), Reading::Corrupt(field), "{field} = {value}");
    }
    assert_eq!(read(RawRecord::new()), Reading::Corrupt("v"));
}

#[test]
fn whole_numbers_are_whole_however_they_are_written() {
    let mut record = raw(json!({
        "v": 2.0, "id": "a", "thread": STORY, "place": "", "created": 1.77e12, "author": "", "text": "t", "likes": 3.0,
    }));
    let Reading::Sound(comment, read_record) = read(record.clone()) else { panic!("it is sound") };
    assert_eq!((comment.likes, comment.created), (3, 1.77e12));
    let text = serde_json::to_string(&read_record).unwrap();
    assert!(text.starts_with(r#"{"v":2,"created":1770000000000,"likes":3,"id":"a","thread":"/tiny/""#), "{text}");
    record["created"] = json!(1.5);
    let Reading::Sound(comment, _) = read(record) else { panic!("it is sound") };
    assert_eq!(comment.created, 1.5);
}

#[test]
fn comments_are_listed_in_each_order_and_in_pages() {
    let (_, device) = device();
    for (id, created, likes) in [("a", 1.0, 0), ("b", 2.0, 5), ("c", 3.0, 0)] {
        post(&device, Comment { likes, ..comment(id, created) });
    }
    post(&device, Comment { parent: "a".into(), ..comment("d", 4.0) });
    assert_eq!(listed(&device, Sort::Newest), ["c", "b", "a"]);
    assert_eq!(listed(&device, Sort::Oldest), ["a", "b", "c"]);
    assert_eq!(listed(&device, Sort::Liked), ["b", "c", "a"]);
    let Answer::Page(page) = ask(&device, Request::List(Sort::Oldest, 0, 1)) else { panic!("a page") };
    assert!(page.more && page.threads[0].replies[0].id == "d");
    let Answer::Page(page) = ask(&device, Request::List(Sort::Oldest, 2, 1)) else { panic!("a page") };
    assert!(!page.more && page.threads[0].root.id == "c");
    let Answer::Counts(census) = ask(&device, Request::Count(vec!["began".into(), "x".into()])) else {
        panic!("counts")
    };
    assert_eq!(census.total, Some(4));
    assert_eq!(census.sections, [("began".to_owned(), 4), ("x".to_owned(), 0)]);
}

#[test]
fn another_storys_comments_are_not_shown() {
    let (memory, device) = device();
    put(&memory, vec![write(&comment("x", 1.0), "/other/").into()]);
    assert!(listed(&device, Sort::Newest).is_empty());
    assert_eq!(ask(&device, Request::Find("x".into())), Answer::Found(None));
}

#[test]
fn an_answer_is_found_with_what_it_answers() {
    let (_, device) = device();
    post(&device, comment("a", 1.0));
    post(&device, Comment { parent: "a".into(), ..comment("d", 4.0) });
    let Answer::Found(Some(thread)) = ask(&device, Request::Find("d".into())) else { panic!("it is found") };
    assert_eq!((thread.root.id.as_str(), thread.replies[0].id.as_str()), ("a", "d"));
}

#[test]
fn corrupt_records_are_set_aside_and_the_others_show() {
    let (memory, device) = device();
    post(&device, comment("sound", 1.0));
    let corrupt = record(&comment("corrupt", 2.0), "text", 7);
    let lost = raw(json!({ "id": "lost", "anything": true }));
    put(&memory, vec![corrupt.clone(), lost.clone(), record(&comment("new", 3.0), "v", 9)]);
    listed(&device, Sort::Newest);
    let Answer::Counts(census) = ask(&device, Request::Count(Vec::new())) else { panic!("counts") };
    assert_eq!((census.newer, census.mended), (1, true));
    let Answer::Page(page) = ask(&device, Request::List(Sort::Newest, 0, 20)) else { panic!("a page") };
    assert_eq!((page.threads.len(), page.aside), (1, 2));
    let kept =
        block_on(memory.read(vec![Query::all(StoreName::Aside), Query::one(StoreName::Comments, "new")])).unwrap();
    let records: Vec<&RawRecord> = kept[0].records().iter().filter_map(|aside| aside["record"].as_object()).collect();
    assert!(records.contains(&&corrupt) && records.contains(&&lost), "nothing is deleted: {records:?}");
    assert_eq!(kept[1].count(), 1, "what is newer is left where it is");
    let Answer::File(file) = ask(&device, Request::Export) else { panic!("a file") };
    let file: Value = serde_json::from_str(&file.to_json()).unwrap();
    assert_eq!(file["aside"].as_array().unwrap().len(), 2, "and it is in the file");
}

#[test]
fn old_records_that_no_index_has_are_written_anew() {
    let (memory, device) = device();
    let old = json!({ "v": 1, "id": "old", "thread": STORY, "created": 5, "author": "", "text": "old" });
    put(&memory, vec![raw(old)]);
    assert!(matches!(ask(&device, Request::Count(Vec::new())), Answer::Counts(census) if census.mended));
    assert_eq!(listed(&device, Sort::Liked), ["old"]);
}

#[test]
fn what_was_deleted_comes_back_whole() {
    let (_, device) = device();
    post(&device, comment("a", 1.0));
    post(&device, Comment { parent: "a".into(), ..comment("b", 2.0) });
    let Answer::Removed(Some(record)) = ask(&device, Request::Remove("a".into(), true)) else { panic!("removed") };
    let Answer::Page(page) = ask(&device, Request::List(Sort::Newest, 0, 20)) else { panic!("a page") };
    assert!(page.threads[0].root.standing == DeliveryStatus::Removed && page.threads[0].root.text.is_empty());
    ask(&device, Request::Restore(record));
    let Answer::Found(Some(thread)) = ask(&device, Request::Find("a".into())) else { panic!("found") };
    assert_eq!(thread.root, comment("a", 1.0));
    assert_eq!(block_on(device.ask(&Request::Remove("nobody".into(), false))), Err(Failure::Gone));
}

#[test]
fn saving_clearing_and_bringing_in_gives_the_same() {
    let (memory, device) = device();
    for (id, created) in [("a", 1.0), ("b", 2.0)] {
        post(&device, Comment { mine: true, ..comment(id, created) });
    }
    let before = ask(&device, Request::List(Sort::Newest, 0, 20));
    let Answer::File(file) = ask(&device, Request::Export) else { panic!("a file") };
    let file = ImportFile::parse(&file.to_json()).unwrap();
    let clear = ["a", "b"].map(|id| WriteOp::Drop(StoreName::Comments, id.into()));
    block_on(memory.write(clear.into())).unwrap();
    let Answer::Imported(Ok(brought)) = ask(&device, Request::Import(file.clone())) else { panic!("imported") };
    assert_eq!((brought.added, brought.known), (2, 0));
    assert_eq!(ask(&device, Request::List(Sort::Newest, 0, 20)), before);
    let Answer::Imported(Ok(again)) = ask(&device, Request::Import(file)) else { panic!("imported") };
    assert_eq!((again.added, again.known), (0, 2), "by their ids they are known");
}

#[test]
fn a_file_that_is_none_is_refused_with_its_reason() {
    let file = |version: u32, comments: Vec<Value>| {
        json!({ "format": "backgrounder-comments", "v": version, "comments": comments }).to_string()
    };
    let with = |field: &str, value: Value| Value::Object(record(&comment("a", 1.0), field, value));
    let sound = || with("likes", json!(0));
    let brought = |file: &str| ImportFile::parse(file).and_then(|file| read_file(&file, STORY));
    let refused = |file: &str| brought(file).unwrap_err();
    let deep = format!("{{\"format\": {}1{}}}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let list = r#"["backgrounder-comments", 1, []]"#;
    for other in ["", "no json", "null", "[]", list, "{}", deep.as_str(), r#"{"format":"other","v":1,"comments":[]}"#] {
        assert_eq!(refused(other), ImportError::Other);
    }
    assert_eq!(refused(&file(2, vec![sound()])), ImportError::Newer);
    assert_eq!(refused(&file(1, vec![with("v", json!(3))])), ImportError::Newer);
    assert_eq!(refused(&file(1, vec![with("thread", json!("/x/"))])), ImportError::OtherStory("/x/".into()));
    assert_eq!(refused(&file(1, vec![Value::Null; 50_001])), ImportError::TooLarge);
    let (records, brought) = brought(&file(1, vec![sound(), with("text", json!(1)), json!([2])])).unwrap();
    assert_eq!((records.len(), brought.unread, brought.first), (1, 2, Some((2, "text"))));
}

#[test]
fn half_a_letter_spoils_no_file() {
    for (escaped, read_as) in [
        (r"\ud83d\ude00", "\u{1f600}"),
        (r"a\ud83d", "a\u{fffd}"),
        (r"\ude00\ud83db", "\u{fffd}\u{fffd}b"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}\u{1f600}"),
        (r"\\ud83d\n\uD800", "\\ud83d\n\u{fffd}"),
    ] {
        let mut record = RawRecord::from(write(&comment("a", 1.0), STORY));
        record["text"] = "TEXT".into();
        let file = json!({ "format": "backgrounder-comments", "v": 1, "comments": [record] }).to_string();
        let file = ImportFile::parse(&file.replace("TEXT", escaped)).unwrap();
        let (records, _) = read_file(&file, STORY).unwrap();
        assert_eq!(RawRecord::from(records[0].clone())["text"], read_as, "{escaped}");
    }
}

#[test]
fn a_file_has_a_line_for_each_field_in_an_order_that_stays() {
    let (_, device) = device();
    post(&device, Comment { quote: None, ..comment("a", 1_770_000_000_000.0) });
    let Answer::File(file) = ask(&device, Request::Export) else { panic!("a file") };
    let file = file.with_drafts(vec![Unposted { place: String::new(), text: "words".into() }]);
    let expected = r#"{
 "format": "backgrounder-comments",
 "v": 1,
 "thread": "/tiny/",
 "exported": 1000000,
 "comments": [
  {
   "v": 2,
   "created": 1770000000000,
   "likes": 0,
   "id": "a",
   "thread": "/tiny/",
   "place": "",
   "author": "Ada",
   "text": "text of a"
  }
 ],
 "drafts": [
  {
   "place": "",
   "text": "words"
  }
 ]
}"#;
    assert_eq!(file.to_json(), expected);
}

/// A server that answers from a list, and remembers what it was asked.
#[derive(Default)]
struct Script {
    answers: RefCell<Vec<Result<Reply, Failure>>>,
    calls: RefCell<Vec<Call>>,
}

impl Transport for Script {
    fn call(&self, call: Call) -> LocalBoxFuture<'_, Result<Reply, Failure>> {
        self.calls.borrow_mut().push(call);
        let answer = self.answers.borrow_mut().remove(0);
        Box::pin(std::future::ready(answer))
    }
}

fn said(id: u32, text: &str) -> Value {
    json!({ "id": id, "text": text, "created": 1.5, "author": "A &amp;amp; B" })
}

fn page(comments: Vec<Value>) -> Result<Reply, Failure> {
    Ok(Reply { status: 200, body: json!({ "replies": comments, "hidden_replies": 0, "total_replies": 0 }) })
}

fn status(status: u16) -> Result<Reply, Failure> {
    Ok(Reply { status, body: Value::Null })
}

fn isso(answers: Vec<Result<Reply, Failure>>) -> (Rc<Script>, Isso) {
    let script = Rc::new(Script { answers: RefCell::new(answers), calls: RefCell::default() });
    let memory = Rc::new(Memory::default());
    (script.clone(), Isso::new("http://127.0.0.1:1/isso/", "Title", STORY, script, memory, now))
}

fn methods(script: &Script) -> Vec<Method> {
    script.calls.borrow().iter().map(|call| call.method).collect()
}

#[test]
fn a_servers_comments_are_read_with_their_names_decoded_once_and_their_passages_apart() {
    let quoted = said(3, "> a passage\r\n> #began\r\n\r\nwords");
    let none = [Value::Null, json!([1, 1.5, "a list"]), said(0, "x"), json!({ "id": 5, "created": "x", "text": "x" })];
    let comments = [quoted, said(2, "> #began\n\nof the section")].into_iter().chain(none).collect();
    let (script, isso) = isso(vec![page(comments)]);
    let Answer::Page(page) = ask(&isso, Request::List(Sort::Liked, 20, 10)) else { panic!("a page") };
    let [first, second] = &page.threads[..] else { panic!("two: {:?}", page.threads) };
    assert_eq!((first.root.author.as_str(), first.root.text.as_str()), ("A &amp; B", "words"));
    assert_eq!(first.root.quote, Some(Quote { section: "began".into(), passage: "a passage".into() }));
    assert_eq!(second.root.quote, Some(Quote { section: "began".into(), passage: String::new() }));
    assert_eq!(
        script.calls.borrow()[0].url,
        "http://127.0.0.1:1/isso/?uri=%2Ftiny%2F&plain=1&sort=upvotes&limit=10&nested_limit=50&offset=20"
    );
}

#[test]
fn a_comment_is_sent_with_its_title_and_passage() {
    let (script, isso) = isso(vec![page(Vec::new()), Ok(Reply { status: 201, body: said(7, "<p>html</p>") })]);
    let Answer::Posted(posted) = ask(&isso, Request::Post(comment("new", 1.0))) else { panic!("posted") };
    assert_eq!((posted.id.as_str(), posted.text.as_str()), ("7", "text of new"), "the server's HTML is not taken");
    let text = "> a passage\n> #began\n\ntext of new".to_owned();
    let new = NewComment { text, title: "Title".into(), author: Some("Ada".into()), parent: None };
    assert_eq!(script.calls.borrow()[1].body, Some(Body::New(new)));
}

#[test]
fn after_an_unclear_failure_a_comment_that_arrived_is_not_sent_again() {
    let (script, isso) = isso(vec![page(Vec::new()), Err(Failure::TimedOut)]);
    let Answer::Posted(posted) = ask(&isso, Request::Post(Comment { quote: None, ..comment("new", 1.0) })) else {
        panic!("posted")
    };
    assert_eq!(posted.standing, DeliveryStatus::Waiting);
    let mut arrived = said(9, "text of new");
    arrived["author"] = "Ada".into();
    script.answers.borrow_mut().push(page(vec![arrived]));
    assert_eq!(ask(&isso, Request::Flush), Answer::Flushed(1, None));
    assert_eq!(methods(&script), [Method::Get, Method::Post, Method::Get], "it was looked for, and not sent");
    assert_eq!(ask(&isso, Request::Flush), Answer::Flushed(0, None), "nothing waits any more");
}

#[test]
fn after_an_unclear_failure_a_comment_that_did_not_arrive_is_sent_once_more() {
    let (script, isso) = isso(vec![page(Vec::new()), Err(Failure::Offline)]);
    post(&isso, Comment { quote: None, ..comment("new", 1.0) });
    script.answers.borrow_mut().extend([page(vec![said(4, "other")]), status(404), status(404), status(404)]);
    script.answers.borrow_mut().push(Ok(Reply { status: 201, body: said(5, "x") }));
    assert_eq!(ask(&isso, Request::Flush), Answer::Flushed(1, None));
    let posts = methods(&script).into_iter().filter(|method| *method == Method::Post).count();
    assert_eq!(posts, 2);
}

#[test]
fn a_comment_that_only_moderators_may_see_is_not_sent_again_unless_the_reader_says_so() {
    let (script, isso) = isso(vec![page(Vec::new()), Err(Failure::Offline)]);
    post(&isso, Comment { quote: None, ..comment("new", 1.0) });
    script.answers.borrow_mut().extend([page(vec![said(4, "other")]), status(403)]);
    assert_eq!(ask(&isso, Request::Flush), Answer::Flushed(0, None));
    script.answers.borrow_mut().push(page(Vec::new()));
    let Answer::Page(listed) = ask(&isso, Request::List(Sort::Newest, 0, 20)) else { panic!("a page") };
    assert_eq!(listed.threads[0].root.standing, DeliveryStatus::Uncertain);
    assert_eq!(ask(&isso, Request::Flush), Answer::Flushed(0, None), "it waits for the reader");
    script.answers.borrow_mut().extend([page(Vec::new()), Ok(Reply { status: 202, body: said(5, "x") })]);
    let Answer::Posted(posted) = ask(&isso, Request::Resend("new".into())) else { panic!("posted") };
    assert_eq!(posted.standing, DeliveryStatus::Awaiting);
}

#[test]
fn a_refused_comment_goes_back_to_where_it_was_written() {
    for (code, failure) in [(403, Failure::Refused), (400, Failure::Invalid), (413, Failure::Invalid)] {
        let (script, isso) = isso(vec![page(Vec::new()), status(code)]);
        assert_eq!(block_on(isso.ask(&Request::Post(comment("new", 1.0)))), Err(failure));
        script.answers.borrow_mut().push(page(Vec::new()));
        let Answer::Page(listed) = ask(&isso, Request::List(Sort::Newest, 0, 20)) else { panic!("a page") };
        assert!(listed.threads.is_empty(), "it does not wait to be refused again");
    }
}

/// B06: a server that wants a name. What it says is Isso's.
#[test]
fn b06_the_true_reason_of_a_refusal_is_told() {
    for (said, failure) in [
        ("<p>author address required but not provided</p>", Failure::NameWanted),
        ("<p>email address required but not provided</p>", Failure::MailWanted),
        ("<p>127.0.0.0: ratelimit exceeded (1, 2)</p>", Failure::Refused),
        ("", Failure::Refused),
    ] {
        let (_, isso) = isso(vec![page(Vec::new()), Ok(Reply { status: 403, body: json!(said) })]);
        assert_eq!(block_on(isso.ask(&Request::Post(comment("new", 1.0)))), Err(failure), "{said}");
    }
}

/// A comment that has waited stays, and the reader is told why it does not go.
#[test]
fn a_waiting_comment_that_the_server_refuses_says_so() {
    let (script, isso) = isso(vec![Err(Failure::Offline)]);
    post(&isso, comment("new", 1.0));
    script.answers.borrow_mut().extend([page(Vec::new()), status(403)]);
    assert_eq!(ask(&isso, Request::Flush), Answer::Flushed(0, Some(Failure::Refused)));
    script.answers.borrow_mut().push(page(Vec::new()));
    let Answer::Page(listed) = ask(&isso, Request::List(Sort::Newest, 0, 20)) else { panic!("a page") };
    assert_eq!(listed.threads[0].root.standing, DeliveryStatus::Waiting, "it is kept");
}

#[test]
fn a_server_that_is_away_hides_nothing_that_waits() {
    let (script, isso) = isso(vec![Err(Failure::Offline)]);
    post(&isso, comment("new", 1.0));
    script.answers.borrow_mut().push(Err(Failure::Offline));
    let Answer::Page(page) = ask(&isso, Request::List(Sort::Newest, 0, 20)) else { panic!("a page") };
    assert_eq!((page.threads[0].root.standing, page.failure), (DeliveryStatus::Waiting, Some(Failure::Offline)));
    let answer = ask(&isso, Request::Remove("new".into(), false));
    assert!(matches!(answer, Answer::Removed(Some(_))), "and it can be brought back");
}

/// Whether the list that the server gives now shows its comment as liked by this reader.
fn shows_as_liked(script: &Script, isso: &Isso) -> bool {
    script.answers.borrow_mut().push(page(vec![said(7, "words")]));
    let Answer::Page(page) = ask(isso, Request::List(Sort::Newest, 0, 20)) else { panic!("a page") };
    page.threads[0].root.liked
}

#[test]
fn a_like_that_the_server_does_not_count_is_none() {
    let likes = json!({ "likes": 1 });
    let refused = json!({ "likes": 1, "message": "no" });
    let reply = |body: Value| Ok(Reply { status: 200, body });
    let answers = [
        (reply(likes), Ok(Answer::Done)),
        (reply(refused), Err(Failure::Gone)),
        (reply(Value::Null), Err(Failure::Gone)),
        (status(500), Err(Failure::Server)),
        (Err(Failure::Offline), Err(Failure::Offline)),
    ];
    for (answer, outcome) in answers {
        let (script, isso) = isso(vec![answer]);
        let liked = Comment { liked: true, ..comment("7", 1500.0) };
        let counted = outcome.is_ok();
        assert_eq!(block_on(isso.ask(&Request::Like(liked))), outcome);
        assert_eq!(shows_as_liked(&script, &isso), counted);
    }
}

/// A server whose answers do not come while anybody waits.
struct Silent;

impl Transport for Silent {
    fn call(&self, _: Call) -> LocalBoxFuture<'_, Result<Reply, Failure>> {
        Box::pin(std::future::pending())
    }
}

#[test]
fn a_like_is_known_although_the_reader_leaves_before_the_server_answers() {
    let memory = Rc::new(Memory::default());
    let visit = |transport| Isso::new("http://127.0.0.1:1/", "Title", STORY, transport, memory.clone(), now);
    let liked = Request::Like(Comment { liked: true, ..comment("7", 1500.0) });
    assert_eq!(visit(Rc::new(Silent)).ask(&liked).now_or_never(), None, "no answer comes");
    let script = Rc::new(Script::default());
    assert!(shows_as_liked(&script, &visit(script.clone())));
}

#[test]
fn nonsense_from_a_server_is_no_page() {
    for body in [Value::Null, json!([]), json!([[], 0, 0]), json!({}), json!("<html>")] {
        let (_, isso) = isso(vec![Ok(Reply { status: 200, body })]);
        assert_eq!(block_on(isso.ask(&Request::List(Sort::Newest, 0, 20))), Err(Failure::Nonsense));
    }
}

#[test]
fn a_comment_that_is_being_sent_is_not_taken_away_meanwhile() {
    let memory = Rc::new(Memory::default());
    let script = Rc::new(Script::default());
    let isso = Isso::new("http://127.0.0.1:1", "Title", STORY, script.clone(), memory.clone(), now);
    script.answers.borrow_mut().push(Err(Failure::Offline));
    post(&isso, comment("new", 1.0));
    let key = format!("{STORY}\nnew");
    let tried = |at: f64| WriteOp::Merge(StoreName::Outbox, key.clone(), raw(json!({ "tried": at })), None);
    block_on(memory.write(vec![tried(now())])).unwrap();
    assert_eq!(ask(&isso, Request::Remove("new".into(), false)), Answer::Done);
    block_on(memory.write(vec![tried(0.0)])).unwrap();
    assert!(matches!(ask(&isso, Request::Remove("new".into(), false)), Answer::Removed(Some(_))));
}
