//! axe-core finds nothing in any state of the page, in light and dark, on small screens and large ones.

use crate::journeys;
use crate::support::page::{FIXTURE, PUBLISHED, Page};
use crate::support::{reading_pages, root};

/// What axe-core finds in the page as it is.
pub async fn violations(page: &Page) -> Vec<String> {
    let axe = std::fs::read_to_string(root().join("node_modules/axe-core/axe.min.js")).expect("run `make setup-test`");
    let script = format!(
        "const done = arguments[0]; {axe};
         axe.run(document, {{ resultTypes: ['violations'] }}).then(
           (results) => done(results.violations.map((violation) =>
             `${{violation.id}}: ${{violation.nodes.slice(0, 3).map((node) => node.target + ' ' + node.failureSummary).join(' | ')}}`)),
           (error) => done([String(error)]));"
    );
    let found = page.browser.driver.execute_async(script, vec![]).await.unwrap();
    found.json().as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// A state: its name, the address, what a script does to reach it, and how one sees that it is reached.
type State = (&'static str, &'static str, &'static str, &'static str);

/// Brings in a hundred comments, some of which answer others.
const HUNDRED: &str = "(() => { const comments = Array.from({ length: 100 }, (_, at) => ({ v: 2, id: `c${at}`, thread: '/harbour-tunnel/', place: at % 5 === 4 ? `c${at - 4}` : '', created: 1.77e12 + at * 6e4, author: at % 3 ? `Reader ${at}` : '', text: `Comment ${at}`, likes: at % 7, section: 'opening', quote: at % 2 ? 'a passage' : '' })); const file = new File([JSON.stringify({ format: 'backgrounder-comments', v: 1, comments })], 'comments.json'); const files = new DataTransfer(); files.items.add(file); const field = document.querySelector('[name=import]'); field.files = files.files; field.dispatchEvent(new Event('change', { bubbles: true })); })()";

/// Opens every question, period and list.
const OPEN_ALL: &str = "document.querySelectorAll('details').forEach((details) => { details.open = true; })";

const STATES: [State; 22] = [
    ("what it rests on", "/harbour-tunnel/sources/", "0", "true"),
    (
        "at a section that names those near",
        "/#dispute",
        "0",
        "innerWidth < 992 || document.querySelector('.beside-place')",
    ),
    (
        "following one",
        "/#actor-no",
        "0",
        "document.querySelector('.card[data-chosen]') && document.querySelector('.following-bar')?.hidden === false",
    ),
    (
        "following two, at a passage",
        "/#actor-dk+se",
        "(function step() { const button = document.querySelectorAll('.following-steps button')[1]; button ? button.click() : setTimeout(step, 20); })()",
        "document.querySelector('[data-about][aria-current]')",
    ),
    ("marked by who says so", "/", "document.querySelector('#who-says-so').click()", "true"),
    (
        "marked for one side",
        "/",
        "(document.querySelector('#who-says-so').click(), document.querySelector('#side-2').click())",
        "document.querySelector('#side-2:checked')",
    ),
    (
        "a note open",
        "/",
        "document.querySelector('#opening .claim-ref a').click()",
        "document.querySelector('.note:popover-open')",
    ),
    (
        "in 30 seconds",
        "/",
        "document.querySelector('#depth-short').click()",
        "document.querySelector('#depth-short:checked')",
    ),
    (
        "the world, closer",
        "/",
        "(document.querySelector('#view-world').click(), (function closer() { document.querySelector('[data-view=world]') ? document.querySelector('.map-tools button').click() : setTimeout(closer, 20); })())",
        "document.querySelector('[data-view=world]')?.style.getPropertyValue('--zoom') === '2000'",
    ),
    (
        "one stance alone",
        "/",
        "document.querySelector('#legend-urges-diplomacy').click()",
        "document.querySelector('#legend-urges-diplomacy:checked')",
    ),
    (
        "an event reached by the line of time",
        "/#event-first-sketch-1953",
        "0",
        "document.querySelector('.event[aria-current]') && (document.querySelector('.axis').offsetHeight === 0 || document.querySelector('.axis-event[aria-current]'))",
    ),
    (
        "a comment",
        "/",
        "((field) => { field.value = 'A comment https://example.org/'; field.form.requestSubmit(); })(document.querySelector('.composer textarea'))",
        "document.querySelectorAll('.comment').length === 1",
    ),
    (
        "a comment being answered",
        "/",
        "document.querySelector('.comment [data-act=reply]').click()",
        "document.querySelector('.composer[data-form=reply]')",
    ),
    (
        "a comment deleted, and nothing in the form",
        "/",
        "(document.querySelector('.comment [data-act=delete]').click(), document.querySelector('.composer[data-form=new]').requestSubmit())",
        "!document.querySelector('.comments-undo').hidden",
    ),
    ("a hundred comments", "/", HUNDRED, "document.querySelectorAll('.comments-list > .comment').length === 20"),
    (
        "a comment reported, and one that its address names",
        "/#comment-c7",
        "document.querySelector('.comment [data-act=report]').click()",
        "document.querySelector('.comment[data-hidden]') && document.querySelector('.comment[data-chosen]')",
    ),
    (
        "a question that is not there",
        "/",
        "((field) => { field.value = 'xyz xyz'; field.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('.faq input'))",
        "document.querySelector('.faq [role=status]').textContent.startsWith('0 ')",
    ),
    (
        "the dialog for those who embed",
        "/",
        "document.querySelector('#faq .embed-link').click()",
        "document.querySelector('.embed')?.open && document.querySelector('.embed-code')?.value",
    ),
    (
        "the questions alone, open",
        "/embed/faq/",
        "document.querySelectorAll('details').forEach((details) => { details.open = true; })",
        "true",
    ),
    (
        "the timeline alone, following one",
        "/embed/timeline/?actor=is",
        "0",
        "document.querySelector('.following-bar')?.hidden === false",
    ),
    (
        "the reactions alone, in a colour of the host's",
        "/embed/reactions/?accent=8a3c0e&actor=no",
        "0",
        "document.querySelector('.card[data-chosen]')",
    ),
    ("the comments alone, without the headline", "/embed/comments/?header=0", "0", "true"),
];

async fn in_every_state(page: &Page, width: u32, dark: bool) {
    page.screen(width, dark).await;
    for (name, address, act, reached) in STATES {
        // Another page in between, so that each state begins anew.
        page.visit("/icon.svg").await;
        page.visit_awake(address).await;
        page.value("localStorage.clear()").await;
        page.until("the comments are read", "document.querySelector('.comments-extent')?.textContent !== ''").await;
        page.line_drawn().await;
        page.value(act).await;
        page.until(name, reached).await;
        assert_eq!(violations(page).await, Vec::<String>::new(), "{name}, {width} px, dark: {dark}");
    }
    axe_ran(page).await;
}

/// Every published story, closed and with everything open.
async fn published_stories(page: &Page, width: u32, dark: bool) {
    page.screen(width, dark).await;
    for address in reading_pages() {
        for act in ["0", OPEN_ALL] {
            page.visit_awake(&address).await;
            page.beside_drawn().await;
            page.line_drawn().await;
            page.value(act).await;
            assert_eq!(violations(page).await, Vec::<String>::new(), "{address} {act}, {width} px, dark: {dark}");
        }
    }
    axe_ran(page).await;
}

async fn axe_ran(page: &Page) {
    let rules = page.number("axe.getRules().length").await;
    assert!(rules > 80.0, "axe ran");
}

async fn in_every_state_on_a_phone_in_light(page: &Page) {
    in_every_state(page, 360, false).await;
}

async fn in_every_state_on_a_phone_in_dark(page: &Page) {
    in_every_state(page, 360, true).await;
}

async fn in_every_state_on_a_large_screen_in_light(page: &Page) {
    in_every_state(page, 1280, false).await;
}

async fn in_every_state_on_a_large_screen_in_dark(page: &Page) {
    in_every_state(page, 1280, true).await;
}

journeys!(FIXTURE;
    in_every_state_on_a_phone_in_light,
    in_every_state_on_a_phone_in_dark,
    in_every_state_on_a_large_screen_in_light,
    in_every_state_on_a_large_screen_in_dark);

async fn published_stories_on_a_phone_in_light(page: &Page) {
    published_stories(page, 360, false).await;
}

async fn published_stories_on_a_phone_in_dark(page: &Page) {
    published_stories(page, 360, true).await;
}

async fn published_stories_on_a_large_screen_in_light(page: &Page) {
    published_stories(page, 1280, false).await;
}

async fn published_stories_on_a_large_screen_in_dark(page: &Page) {
    published_stories(page, 1280, true).await;
}

journeys!(PUBLISHED;
    published_stories_on_a_phone_in_light,
    published_stories_on_a_phone_in_dark,
    published_stories_on_a_large_screen_in_light,
    published_stories_on_a_large_screen_in_dark);
