//! Between which depths a reader can choose.

use crate::flagship::oman_talks;
use crate::printed::printed;
use crate::tiny::{files, read_tiny, replaced};

/// The values of the choice, in its order.
fn offered(html: &str) -> Vec<&str> {
    let after = html.split("name=\"depth\"").skip(1);
    after.map(|rest| rest.split("value=\"").nth(1).unwrap().split('"').next().unwrap()).collect()
}

#[test]
fn a_long_story_can_be_read_in_three_depths() {
    assert_eq!(offered(&printed(oman_talks())), ["short", "key", "full"]);
}

#[test]
fn a_depth_that_takes_as_long_as_a_greater_one_is_not_offered() {
    let details = format!("It began.[^began]\n\n---\n\nIt went on{}.[^began]\n", " and on".repeat(100));
    let story = read_tiny(&replaced("article.md", "It went on,", &format!("{details}\nIt went on,"))).unwrap();
    assert_eq!(offered(&printed(story)), ["key", "full"], "summary and key points take ten seconds each");
}

#[test]
fn where_all_is_read_at_a_glance_there_is_no_choice() {
    let html = printed(read_tiny(&files()).unwrap());
    assert_eq!(offered(&html), [""; 0]);
    assert!(!html.contains("data-island=\"depth\"") && html.contains("id=\"who-says-so\""));
}
