//! The comment box on the reader's device.

use serde_json::json;

use crate::journeys;
use crate::support::commenting::{EDIT, NEW, REPLY, comment, copies, stands};
use crate::support::page::{FIXTURE, KEPT, Page};

/// The comments are read.
const LISTED: &str = "document.querySelector('.comments-list').dataset.total !== undefined && document.querySelector('.comments-extent').textContent !== ''";

const STATUS: &str = "document.querySelector('.comments-status').textContent";

async fn enter(page: &Page, address: &str) {
    page.visit_awake(address).await;
    page.until("the comments are read", LISTED).await;
}

/// Goes away and comes back, so that nothing is there but what was kept.
async fn come_back(page: &Page) {
    page.visit("/icon.svg").await;
    enter(page, "/").await;
}

async fn write(page: &Page, words: &str) {
    page.submit(NEW, words).await;
    let first = words.lines().next().unwrap();
    page.until("it is posted", &stands(first, "published")).await;
}

/// Presses a button of the comment that has these words in it.
async fn act(page: &Page, words: &str, act: &str) {
    let button = format!("{}.querySelector(':scope > .comment-acts [data-act={act}]')", comment(words));
    page.until("it can be done", &format!("{button} && !{button}.hidden")).await;
    page.value(&format!("({button}.scrollIntoView({{ block: 'center' }}), {button}.click())")).await;
}

/// Presses a button whose deed shows before it is kept, and waits until other windows are told that it is.
async fn act_and_keep(page: &Page, words: &str, deed: &str) {
    page.value("void ((window.kept = false), (window.channel = new BroadcastChannel('backgrounder-name')).onmessage = () => { window.kept = true; })").await;
    act(page, words, deed).await;
    page.until("it is kept", "window.kept").await;
}

async fn a_comment_is_there_after_a_reload_and_has_the_focus_when_posted(page: &Page) {
    enter(page, "/").await;
    page.sign("Ada & Co <b>").await;
    write(page, "First line\nsecond line").await;
    assert!(page.holds(&format!("document.activeElement === {}", comment("First line"))).await, "it has the focus");
    assert_eq!(page.text(STATUS).await, "Your comment is posted.");
    assert_eq!(page.text(&format!("document.querySelector('{NEW} textarea').value")).await, "");
    come_back(page).await;
    assert_eq!(page.number(&copies("First line")).await, 1.0);
    let author = format!("{}.querySelector('.comment-author').textContent", comment("First line"));
    assert_eq!(page.text(&author).await, "Ada & Co <b>");
    let field = format!("document.querySelector('{NEW} [name=author]').value");
    assert_eq!(page.text(&field).await, "Ada & Co <b>", "the name is remembered");
    assert_eq!(page.text("document.querySelector('.comments-extent').textContent").await, "1 comment");
}

async fn lines_paragraphs_and_addresses_of_the_web_are_all_that_is_interpreted(page: &Page) {
    enter(page, "/").await;
    let text = "One\ntwo\n\nsee https://example.org/a?b=1, <b>not bold</b> javascript:alert(1) **x**";
    let set = format!(
        "((field) => {{ field.value = {}; field.form.requestSubmit(); }})(document.querySelector('{NEW} textarea'))",
        json!(text)
    );
    page.value(&set).await;
    page.until("it is posted", &stands("not bold", "published")).await;
    // Views mark the ends of lists by comments without words.
    let html = format!("{}.querySelector('.comment-text').innerHTML.replaceAll('<!---->', '')", comment("not bold"));
    assert_eq!(
        page.text(&html).await,
        "<p>One<br>two</p><p>see <a rel=\"nofollow noopener ugc\" target=\"_blank\" referrerpolicy=\"no-referrer\" href=\"https://example.org/a?b=1\">https://example.org/a?b=1</a>, &lt;b&gt;not bold&lt;/b&gt; javascript:alert(1) **x**</p>"
    );
}

/// A text that is laid out only when it is near has another height before, and WebKit is a frame late: a click on the
/// buttons below it was lost.
async fn a_comment_takes_the_place_that_it_keeps_at_once_unless_it_is_long(page: &Page) {
    enter(page, "/").await;
    let height = |words| format!("{}.querySelector('.comment-text').offsetHeight", comment(words));
    let (there, now) = (comment("Short words"), height("Short words"));
    let watch = format!("new MutationObserver(() => {{ if ({there}) window.first ??= {now}; }})");
    page.value(&format!("{watch}.observe(document.querySelector('.comments-list'), {{ childList: true }})")).await;
    write(page, "Short words").await;
    page.frames_pass().await;
    assert_eq!(page.number("window.first").await, page.number(&now).await);
    write(page, "Many words ".repeat(100).trim_end()).await;
    let laid_out =
        |words| format!("getComputedStyle({}.querySelector('.comment-text')).contentVisibility", comment(words));
    assert_eq!(page.text(&laid_out("Many words")).await, "auto");
}

async fn an_answer_stands_below_what_it_answers(page: &Page) {
    enter(page, "/").await;
    write(page, "A question").await;
    act(page, "A question", "reply").await;
    page.until("the form is open", &format!("document.activeElement.matches('{REPLY} textarea')")).await;
    page.submit(REPLY, "An answer").await;
    page.until("it is posted", &stands("An answer", "published")).await;
    act(page, "An answer", "reply").await;
    page.until("the form is open", &format!("document.activeElement.matches('{REPLY} textarea')")).await;
    page.submit(REPLY, "Another").await;
    page.until("it is posted", &stands("Another", "published")).await;
    come_back(page).await;
    let replies = format!(
        "[...{}.querySelectorAll(':scope > .comment-replies > .comment > .comment-text')].map((one) => one.textContent).join('|')",
        comment("A question")
    );
    assert_eq!(page.text(&replies).await, "An answer|Another");
}

async fn a_change_can_be_taken_back(page: &Page) {
    enter(page, "/").await;
    write(page, "As it was").await;
    act(page, "As it was", "edit").await;
    page.until("the form is open", &format!("document.activeElement.matches('{EDIT} textarea')")).await;
    assert_eq!(page.text(&format!("document.querySelector('{EDIT} textarea').value")).await, "As it was");
    page.submit(EDIT, ", and more").await;
    page.until("it is changed", &stands("As it was, and more", "published")).await;
    assert!(!page.holds(&format!("{}.querySelector('.comment-edited').hidden", comment("and more"))).await);
    page.click(".comments-undo [data-act=undo]").await;
    page.until("it is as it was", &format!("{} === 0 && {} === 1", copies("and more"), copies("As it was"))).await;
    come_back(page).await;
    assert_eq!(page.number(&copies("and more")).await, 0.0);
    assert_eq!(page.number(&copies("As it was")).await, 1.0);
}

async fn what_is_deleted_can_be_brought_back_and_stays_away_otherwise(page: &Page) {
    enter(page, "/").await;
    write(page, "To be deleted").await;
    act(page, "To be deleted", "delete").await;
    page.until("it is gone", &format!("{} === 0", copies("To be deleted"))).await;
    assert!(page.holds("document.activeElement.matches('[data-act=undo]')").await, "undo has the focus");
    page.press("\u{e007}").await;
    page.until("it is back", &stands("To be deleted", "published")).await;
    act(page, "To be deleted", "delete").await;
    page.until("it is gone", &format!("{} === 0", copies("To be deleted"))).await;
    come_back(page).await;
    assert_eq!(page.number(&copies("To be deleted")).await, 0.0);
}

async fn a_deleted_comment_that_was_answered_leaves_its_place(page: &Page) {
    enter(page, "/").await;
    write(page, "A root").await;
    act(page, "A root", "reply").await;
    page.until("the form is open", &format!("document.activeElement.matches('{REPLY} textarea')")).await;
    page.submit(REPLY, "Still here").await;
    page.until("it is posted", &stands("Still here", "published")).await;
    act(page, "A root", "delete").await;
    page.until("its words are gone", &format!("{} === 0", copies("A root"))).await;
    come_back(page).await;
    assert_eq!(page.number(&copies("Still here")).await, 1.0);
    assert_eq!(page.text("document.querySelector('.comments-list > .comment').dataset.standing").await, "removed");
}

async fn a_like_is_kept_and_can_be_taken_back(page: &Page) {
    enter(page, "/").await;
    write(page, "Likeable").await;
    let like = format!("{}.querySelector('[data-act=like]')", comment("Likeable"));
    act_and_keep(page, "Likeable", "like").await;
    page.until("it is liked", &format!("{like}.getAttribute('aria-pressed') === 'true'")).await;
    come_back(page).await;
    assert_eq!(page.text(&format!("{like}.textContent")).await, "Like1");
    act_and_keep(page, "Likeable", "like").await;
    page.until("it is not liked", &format!("{like}.getAttribute('aria-pressed') === 'false'")).await;
    come_back(page).await;
    assert_eq!(page.text(&format!("{like}.textContent")).await, "Like");
}

async fn comments_can_be_sorted(page: &Page) {
    enter(page, "/").await;
    for words in ["oldest", "middle", "newest"] {
        write(page, words).await;
    }
    act(page, "middle", "like").await;
    page.until("it is liked", &format!("{}.querySelector('[aria-pressed=true]')", comment("middle"))).await;
    let order = "[...document.querySelectorAll('.comments-list > .comment > .comment-text')].map((one) => one.textContent).join()";
    for (sort, wanted) in
        [("oldest", "oldest,middle,newest"), ("liked", "middle,newest,oldest"), ("newest", "newest,middle,oldest")]
    {
        page.value(&format!("((field) => {{ field.value = '{sort}'; field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})(document.querySelector('[name=sort]'))")).await;
        page.until(sort, &format!("{order} === '{wanted}'")).await;
    }
}

async fn a_draft_is_there_after_the_page_was_left(page: &Page) {
    enter(page, "/").await;
    write(page, "A root").await;
    page.element(&format!("{NEW} textarea")).await.send_keys("Half a thou").await.unwrap();
    page.until("the draft is kept", &format!("!document.querySelector('{NEW} .composer-draft').hidden")).await;
    act(page, "A root", "reply").await;
    page.until("the form is open", &format!("document.activeElement.matches('{REPLY} textarea')")).await;
    page.element(&format!("{REPLY} textarea")).await.send_keys("Half an answ").await.unwrap();
    page.until("it is kept", &format!("!document.querySelector('{REPLY} .composer-draft').hidden")).await;
    come_back(page).await;
    page.until("it is there", &format!("document.querySelector('{NEW} textarea').value === 'Half a thou'")).await;
    act(page, "A root", "reply").await;
    page.until("so is the answer", &format!("document.querySelector('{REPLY} textarea')?.value === 'Half an answ'"))
        .await;
}

async fn ctrl_and_enter_post(page: &Page) {
    enter(page, "/").await;
    page.element(&format!("{NEW} textarea")).await.send_keys("By keys").await.unwrap();
    page.press("\u{e009}\u{e007}").await;
    page.until("it is posted", &stands("By keys", "published")).await;
}

async fn an_address_leads_to_a_comment_and_says_when_exactly(page: &Page) {
    enter(page, "/").await;
    write(page, "Look here").await;
    let id = page.text(&format!("{}.id", comment("Look here"))).await;
    page.visit("/icon.svg").await;
    page.visit_awake(&format!("/#{id}")).await;
    page.until("it has the focus", &format!("document.activeElement?.id === '{id}'")).await;
    let exact =
        format!("getComputedStyle({}.querySelector('.comment-exact')).display !== 'none'", comment("Look here"));
    assert!(page.holds(&exact).await, "the exact time shows");
    let year = format!(
        "{}.querySelector('.comment-exact').textContent.includes(new Date().getFullYear())",
        comment("Look here")
    );
    assert!(page.holds(&year).await);
    page.visit_awake("/#comment-nobody").await;
    page.until("it says so", &format!("{STATUS}.startsWith('The comment that the address names')")).await;
}

async fn a_reported_comment_is_hidden_and_can_be_shown_again(page: &Page) {
    enter(page, "/").await;
    write(page, "Bad words").await;
    act_and_keep(page, "Bad words", "report").await;
    let text = format!("getComputedStyle({}.querySelector('.comment-text')).display", comment("Bad words"));
    page.until("it is hidden", &format!("{text} === 'none'")).await;
    come_back(page).await;
    assert_eq!(page.text(&text).await, "none", "also after a reload");
    page.click("[data-act=show]").await;
    page.until("it shows", &format!("{text} !== 'none'")).await;
}

async fn too_much_and_nothing_are_refused_and_kept_in_the_form(page: &Page) {
    enter(page, "/").await;
    page.click(&format!("{NEW} [type=submit]")).await;
    page.until("it says so", &format!("{STATUS}.startsWith('There is nothing to post yet')")).await;
    let fill = |length: usize| {
        format!(
            "((field) => {{ field.value = 'x'.repeat({length}); field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})(document.querySelector('{NEW} textarea'))"
        )
    };
    page.value(&fill(9_500)).await;
    let left = format!("document.querySelector('{NEW} .composer-left').textContent");
    assert_eq!(page.text(&left).await, "500 characters left");
    page.value(&fill(10_003)).await;
    page.click(&format!("{NEW} [type=submit]")).await;
    page.until("it says so", &format!("{STATUS}.startsWith('This is too long by 3 characters')")).await;
    assert_eq!(page.number(&format!("document.querySelector('{NEW} textarea').value.length")).await, 10_003.0);
}

async fn a_passage_is_quoted_counted_and_found_again(page: &Page) {
    enter(page, "/").await;
    let select = "((p) => { const range = document.createRange(); const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT); let text = walker.nextNode(); while (text.length < 20 || text.parentElement.closest('.claim-ref')) text = walker.nextNode(); range.setStart(text, 0); range.setEnd(text, 20); getSelection().removeAllRanges(); getSelection().addRange(range); window.chosen = range.toString(); p.scrollIntoView({ block: 'center' }); })(document.querySelector('#opening > .details p, #opening > p:not(.summary)'))";
    page.value(select).await;
    page.until("it is offered", "!document.querySelector('.comment-this').hidden").await;
    page.click(".comment-this").await;
    page.until("the form shows it", "document.querySelector('.composer-quote q').textContent === window.chosen.trim()")
        .await;
    let chosen = page.text("window.chosen.trim()").await;
    write(page, "About this").await;
    let count = "document.querySelector('[data-comment-on=opening] .comment-on-count').textContent";
    page.until("it is counted", &format!("{count} === '1'")).await;
    come_back(page).await;
    page.until("it is counted", &format!("{count} === '1'")).await;
    let link = format!("{}.querySelector('.comment-quote')", comment("About this"));
    assert!(page.text(&format!("{link}.getAttribute('href')")).await.starts_with("#opening:~:text="));
    page.value(&format!("{link}.click()")).await;
    let marked = "[...(CSS.highlights?.get('passage') ?? [getSelection().getRangeAt(0)])][0]";
    page.until("it is marked", &format!("{marked}?.toString() === {}", json!(chosen))).await;
    let on_screen = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)";
    page.until("it is on the screen", &format!("{on_screen}({marked}.getBoundingClientRect())")).await;
}

async fn two_windows_at_once_lose_nothing(page: &Page) {
    enter(page, "/").await;
    let driver = &page.browser.driver;
    let first = driver.window().await.unwrap();
    let second = page.browser.open_tab().await;
    enter(page, "/").await;
    for round in 0..50 {
        for (name, window) in [("left", &first), ("right", &second)] {
            driver.switch_to_window(window.clone()).await.unwrap();
            let words = format!("{name} {round}");
            let post = format!(
                "((field) => {{ field.value = '{words}'; field.form.requestSubmit(); }})(document.querySelector('{NEW} textarea'))"
            );
            page.value(&post).await;
            page.until(
                "it is posted",
                &format!("{STATUS} !== '' && document.querySelector('{NEW} textarea').value === ''"),
            )
            .await;
        }
    }
    page.until("the other window's are here too", "document.querySelector('.comments-list').dataset.total === '100'")
        .await;
    page.visit("/icon.svg").await;
    enter(page, "/").await;
    assert_eq!(page.text("document.querySelector('.comments-list').dataset.total").await, "100");
    while page.holds("!document.querySelector('.comments-more').hidden").await {
        let shown = page.number("document.querySelectorAll('.comments-list > .comment').length").await;
        page.click(".comments-more").await;
        page.until(
            "more is shown",
            &format!("document.querySelectorAll('.comments-list > .comment').length > {shown}"),
        )
        .await;
    }
    let different = "new Set([...document.querySelectorAll('.comment-text')].map((one) => one.textContent)).size";
    assert_eq!(page.number(different).await, 100.0);
}

journeys!(FIXTURE;
    lines_paragraphs_and_addresses_of_the_web_are_all_that_is_interpreted,
    a_comment_takes_the_place_that_it_keeps_at_once_unless_it_is_long,
    an_answer_stands_below_what_it_answers,
    a_change_can_be_taken_back,
    a_deleted_comment_that_was_answered_leaves_its_place,
    comments_can_be_sorted,
    ctrl_and_enter_post,
    an_address_leads_to_a_comment_and_says_when_exactly,
    a_reported_comment_is_hidden_and_can_be_shown_again,
    too_much_and_nothing_are_refused_and_kept_in_the_form,
    a_passage_is_quoted_counted_and_found_again);

journeys!(KEPT;
    a_comment_is_there_after_a_reload_and_has_the_focus_when_posted,
    a_draft_is_there_after_the_page_was_left,
    a_like_is_kept_and_can_be_taken_back,
    two_windows_at_once_lose_nothing,
    what_is_deleted_can_be_brought_back_and_stays_away_otherwise);
