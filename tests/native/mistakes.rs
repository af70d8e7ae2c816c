//! Every mistake is named with its file, line, column and remedy, word for word.
//!
//! What is expected stands in `mistakes/`; `BLESS=1 make check` writes it anew, to be read before it is kept.

use std::path::PathBuf;

use backgrounder::reading::{Files, Known, Style, report};

use crate::tiny::{added, complaint, files, read_tiny, replaced};
use crate::units::with_counts;

pub fn assert_says(name: &str, files: &Files) {
    assert_is_expected(name, &complaint(files));
}

pub fn assert_is_expected(name: &str, said: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/native/mistakes/{name}.txt"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, said).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(said, expected, "what is said of {name}");
}

macro_rules! mistakes {
    ($($name:ident: $files:expr;)+) => {$(
        #[test]
        fn $name() {
            assert_says(stringify!($name), &$files);
        }
    )+};
}

fn without(file: &str) -> Files {
    let mut files = files();
    files.remove(file);
    files
}

fn with_bytes(file: &str, bytes: &[u8]) -> Files {
    let mut files = files();
    files.insert(file.into(), bytes.to_vec());
    files
}

/// A figure with a table of two columns and one row of these cells.
fn table(cells: &str) -> String {
    format!(
        "\n[[figure]]\nid = \"f\"\nquestion = \"How many?\"\n[figure.table]\ncolumns = [\"What\", \"How many\"]\n[[figure.table.row]]\ncells = {cells}\nclaim = \"began\"\n"
    )
}

/// A figure with a chart of one value.
fn chart(value: &str, date: &str) -> String {
    format!(
        "\n[[figure]]\nid = \"f\"\nquestion = \"How much?\"\n[figure.chart]\nunit = \"kg\"\nshape = \"steps\"\n[[figure.chart.value]]\nvalue = \"{value}\"\ndate = \"{date}\"\ntext = \"Much.\"\nclaim = \"began\"\n"
    )
}

fn note(kind: &str, date: &str, more: &str) -> String {
    format!("\n[[note]]\nkind = \"{kind}\"\ndate = \"{date}\"\ntext = \"Mended.\"\n{more}")
}

mistakes! {
    a_comment_server_that_is_none: added("story.toml", "server = \"comments.example.org\"\n");
    a_comment_server_with_a_query: added("story.toml", "server = \"https://example.org/?a\"\n");
    a_comment_server_that_would_widen_the_policy: added("story.toml", "server = \"https://example.org;script-src\"\n");
    a_contact_that_is_none: added("story.toml", "contact = \"javascript:alert(1)\"\n");
    typographic_quotes_around_a_text: replaced("sources.toml", "\"A paper\"", "“A paper”");
    a_quote_within_a_text: replaced("sources.toml", "\"A paper\"", "\"A \"paper\"\"");
    a_backslash_in_a_text: replaced("sources.toml", "\"A paper\"", "\"A\\paper\"");
    a_list_without_a_comma: replaced("claims.toml", "[\"paper\"]", "[\"paper\" \"paper\"]");
    a_key_that_is_there_twice: replaced("sources.toml", "publisher = \"A paper\"\n", "publisher = \"A paper\"\npublisher = \"A paper\"\n");
    single_brackets: replaced("claims.toml", "[[claim]]", "[claim]");
    a_link_with_a_space_in_it: replaced("article.md", "(event:beginning)", "(event: beginning)");
    a_link_in_a_text_with_a_space_in_it: replaced("story.toml", "It is small.", "[It](term: muscat) is *[small](faq: why)*.");
    sources_that_are_no_list: replaced("claims.toml", "[\"paper\"]", "\"paper\"");
    an_organisation_whose_point_is_a_text: added("actors.toml", "\n[[actor]]\nid = \"un\"\nname = \"UN\"\nkind = \"organisation\"\nplace = { name = \"New York\", point = \"40.7, -74.0\" }\n[[actor.reaction]]\nstance = \"welcomes\"\ndate = \"2026-02-06\"\ntext = \"It spoke.[^began]\"\n");
    a_front_matter_that_does_not_end: replaced("article.md", "language = \"en\"\n+++", "language = \"en\"");
    a_summary_that_claims_the_same_twice_and_its_section_does_not: Files::from_iter(
        added("claims.toml", "\n[[claim]]\nid = \"ended\"\nsays = \"It ended.\"\nspeaker = \"Nobody\"\nstatus = \"claimed\"\ndate = \"2026-02-06\"\nsources = [\"paper\"]\n")
            .into_iter()
            .chain(replaced("article.md", "> Something began in Muscat.[^began]", "> It ended[^ended] in Muscat[^began] and ended.[^ended]").into_iter().filter(|(name, _)| name == "article.md"))
    );
    a_bound_without_words: added("story.toml", "\n[[figure]]\nid = \"f\"\nquestion = \"How many?\"\n[[figure.count]]\nvalue = \"11\"\nbound = \"least\"\nunit = \"people\"\nwho = \"Somebody\"\ndate = \"2026\"\nuncertainty = \"Unsure.\"\nclaim = \"began\"\n");
    a_claim_of_the_summary_that_is_misspelt_in_the_text: replaced("article.md", "[Oman](actor:om).[^began]\n\nIt went on, as [we answer](faq:why) and as [the timeline](event:beginning) says.[^began]", "[Oman](actor:om).[^begun]");
    a_region_that_shows_nothing_of_the_story: replaced("story.toml", "[12.0, 24.0, 43.0, 63.0]", "[24.0, 12.0, 43.0, 43.0]");
    an_event_in_the_file_of_actors: added("actors.toml", "\n[[event]]\nid = \"e\"\n");
    a_day_in_words_in_the_front_matter: replaced("article.md", "as_of = \"2026-02-08\"", "as_of = \"8 February 2026\"");
    a_rule_right_below_a_paragraph: added("article.md", "---\n\nMore.[^began]\n");
    a_missing_file: without("claims.toml");
    broken_toml: replaced("claims.toml", "speaker = \"A minister of Oman\"", "speaker = \"A minister of Oman");
    a_table_that_is_not_closed: replaced("claims.toml", "[[claim]]", "[[claim]");
    an_unknown_key: replaced("claims.toml", "speaker", "speeker");
    a_missing_key: replaced("sources.toml", "publisher = \"A paper\"\n", "");
    tables_after_a_broken_one: added("glossary.toml", "\n[[term]]\nid = \"two\"\nname = 2\ndefinition = \"Two.\"\n\n[[term]]\nid = \"three\"\nname = 3\ndefinition = \"Three.\"\n");
    an_empty_value: replaced("sources.toml", "\"A paper\"", "\" \"");
    a_value_of_the_wrong_type: replaced("sources.toml", "\"A paper\"", "7");
    a_claim_that_is_not_there: replaced("faq.md", "[^began]", "[^begun]");
    an_actor_that_is_not_there: replaced("article.md", "actor:om", "actor:omn");
    a_term_that_is_not_there: replaced("article.md", "term:muscat", "term:sohar");
    an_event_that_is_not_there: replaced("article.md", "event:beginning", "event:end");
    a_question_that_is_not_there: replaced("article.md", "faq:why", "faq:who");
    a_story_that_is_not_there: replaced("article.md", "faq:why", "story:tini");
    a_source_that_is_not_there: replaced("claims.toml", "\"paper\"", "\"papers\"");
    an_id_used_twice: added("glossary.toml", "\n[[term]]\nid = \"muscat\"\nname = \"Muscat\"\ndefinition = \"A city.\"\n");
    an_id_that_is_no_id: replaced("glossary.toml", "\"muscat\"", "\"Mus cat\"");
    an_impossible_date: replaced("timeline.toml", "2026-02-06", "2026-02-30");
    a_date_that_is_none: replaced("timeline.toml", "2026-02-06", "6 February 2026");
    a_range_that_ends_before_it_starts: replaced("timeline.toml", "2026-02-06", "2026-02-06/2026-01-31");
    a_section_without_a_summary: replaced("article.md", "> Something began in Muscat.[^began]\n\n", "");
    a_section_with_an_empty_summary: replaced("article.md", "> Something began in Muscat.[^began]", ">");
    a_summary_without_a_claim: replaced("article.md", "> Something began in Muscat.[^began]", "> Something began in Muscat.");
    a_summary_that_claims_more_than_its_section: Files::from_iter(
        added("claims.toml", "\n[[claim]]\nid = \"ended\"\nsays = \"It ended.\"\nspeaker = \"Nobody\"\nstatus = \"claimed\"\ndate = \"2026-02-06\"\nsources = [\"paper\"]\n")
            .into_iter()
            .chain(replaced("article.md", "> Something began in Muscat.[^began]", "> Something began in Muscat[^began] and ended.[^ended]").into_iter().filter(|(name, _)| name == "article.md"))
    );
    a_section_without_a_title: replaced("article.md", "## It began {#began}", "## {#began}");
    a_section_that_is_only_a_heading: added("article.md", "\n## More {#more}\n\n> There is more.[^began]\n\n### Less\n");
    a_section_that_takes_the_id_of_a_heading: replaced("article.md", "{#began}", "{#faq-heading}");
    a_question_that_takes_the_id_of_a_heading: replaced("faq.md", "{#why}", "{#heading}");
    a_section_without_an_id: replaced("article.md", " {#began}", "");
    a_section_that_takes_the_pages_id: replaced("article.md", "{#began}", "{#timeline}");
    a_section_without_text: added("article.md", "\n## More {#more}\n\n> There is more.[^began]\n");
    a_statement_without_a_claim: replaced("article.md", "says.[^began]", "says.");
    a_statement_after_the_last_claim: replaced("faq.md", "broken.[^began]", "broken.[^began] And mended.");
    a_list_item_without_a_claim: added("article.md", "\n- One thing.[^began]\n- Another thing.\n");
    a_table_row_without_a_claim: added("article.md", "\n| Who | What |\n|---|---|\n| Oman | hosts |\n");
    a_table_row_whose_last_cell_alone_is_in_emphasis: added("article.md", "\n| Who | What |\n|---|---|\n| Oman hosts | *yes* |\n");
    a_tip_in_emphasis: replaced("story.toml", "\"Look closer.[^began]\"", "\"*Look closer.*\"");
    a_claim_without_a_source: replaced("claims.toml", "sources = [\"paper\"]\n", "");
    a_claim_with_an_empty_list_of_sources: replaced("claims.toml", "sources = [\"paper\"]", "sources = []");
    a_dispute_without_its_sides: replaced("claims.toml", "\"reported\"", "\"disputed\"");
    an_unknown_status: replaced("claims.toml", "\"reported\"", "\"reportet\"");
    an_event_claimed_by_nobody: added("timeline.toml", "status = \"claimed\"\n");
    an_era_without_events: added("timeline.toml", "\n[[era]]\nid = \"nights\"\ntitle = \"Nights\"\n");
    an_event_out_of_order: added("timeline.toml", "\n[[event]]\nid = \"before\"\nera = \"days\"\ndate = \"2026-02-05\"\ntitle = \"Before\"\ntext = \"It was before.\"\nsources = [\"paper\"]\n");
    raw_html: replaced("article.md", "It went on", "It <b>went</b> on");
    a_block_of_raw_html: added("article.md", "\n<script>alert(1)</script>\n");
    raw_html_in_toml: replaced("story.toml", "It is small.", "It is <i>small</i>.");
    a_javascript_link: replaced("article.md", "term:muscat", "javascript:alert(1)");
    a_javascript_link_in_disguise: replaced("article.md", "term:muscat", "java&#115;cript:alert(1)");
    a_source_that_leads_into_the_story: replaced("sources.toml", "https://example.org/report", "actor:om");
    a_link_that_is_no_address: replaced("sources.toml", "https://example.org/report", "https://");
    an_image: replaced("article.md", "It went on", "![It](https://example.org/it.png) went on");
    a_file_that_is_not_utf8: with_bytes("faq.md", b"## Why? {#why}\n\nSo \xff it is.[^began]\n");
    an_empty_file: with_bytes("faq.md", b"  \n");
    a_story_without_sections: with_bytes("article.md", b"+++\ntitle = \"A\"\nkicker = \"A\"\nstandfirst = \"A\"\nbyline = \"A\"\npublished = \"2026-02-08\"\nas_of = \"2026-02-08\"\nlanguage = \"en\"\n+++\n");
    an_unknown_key_of_the_front_matter: replaced("article.md", "kicker = ", "kiker = ");
    an_impossible_day_in_the_front_matter: replaced("article.md", "as_of = \"2026-02-08\"", "as_of = \"2026-02-30\"");
    broken_toml_in_the_front_matter: replaced("article.md", "language = \"en\"", "language = en");
    a_month_where_a_day_is_needed: replaced("article.md", "as_of = \"2026-02-08\"", "as_of = \"2026-02\"");
    a_year_with_a_zero_before_it: replaced("timeline.toml", "2026-02-06", "0953");
    a_rule_without_details_below: added("article.md", "\n---\n");
    a_second_rule: added("article.md", "\n---\n\nMore.[^began]\n\n---\n\nMore still.[^began]\n");
    a_rule_in_an_answer: added("faq.md", "\n---\n");
    an_article_without_front_matter: replaced("article.md", "+++\ntitle", "title");
    text_before_the_first_section: replaced("article.md", "## It began", "Hello.[^began]\n\n## It began");
    a_point_that_is_not_on_the_earth: replaced("actors.toml", "[23.588, 58.383]", "[123.588, 58.383]");
    an_organisation_that_the_map_cannot_mark: replaced("actors.toml", "kind = \"state\"\niso = \"OM\"\nplace = { name = \"Muscat\", point = [23.588, 58.383] }\n", "kind = \"organisation\"\n");
    a_country_that_is_none: replaced("actors.toml", "\"OM\"", "\"OX\"");
    the_united_kingdom_by_the_letters_that_it_goes_by: replaced("actors.toml", "\"OM\"", "\"UK\"");
    a_region_upside_down: replaced("story.toml", "[12.0, 24.0, 43.0, 63.0]", "[43.0, 24.0, 12.0, 63.0]");
    two_paragraphs_where_one_fits: replaced("story.toml", "\"What now?\"", "\"What\\n\\nnow?\"");
    a_count_without_a_number: with_counts(&[("Thousands", "")]);
    a_count_with_two_numbers: with_counts(&[("6,505 to 6,955", "")]);
    a_count_that_is_no_whole_number: with_counts(&[("6.5", "")]);
    a_count_that_is_too_large: with_counts(&[("100,000,000,000,000,000,000", "")]);
    a_bound_that_is_none: with_counts(&[("At least 3,428", "bound = \"minimum\"\n")]);
    a_figure_without_numbers: added("story.toml", "\n[[figure]]\nid = \"f\"\nquestion = \"How many?\"\n");
    a_figure_with_numbers_of_two_kinds: added("story.toml", &format!("{}\n[[figure.count]]\nvalue = \"1\"\nunit = \"thing\"\nwho = \"Oman\"\ndate = \"2026\"\nuncertainty = \"Sure.\"\nclaim = \"began\"\n", table("[\"a\", \"b\"]")));
    words_of_a_bound_without_one: with_counts(&[("At least 11", "")]);
    a_claim_in_brackets_alone: replaced("faq.md", "So that it can be broken.[^began]", "So that it can be broken.[began-early] It is small.[^began]");
    a_claim_with_a_space_before_its_mark: replaced("faq.md", "broken.[^began]", "broken.[ ^began] It is small.[^began]");
    a_claim_whose_bracket_is_not_closed: replaced("faq.md", "broken.[^began]", "broken.[^began It is small.[^began]");
    a_claim_with_its_mark_before_the_bracket: replaced("faq.md", "broken.[^began]", "broken.^[began] It is small.[^began]");
    a_link_in_two_halves: replaced("article.md", "[Oman](actor:om)", "[Oman] (actor:om)");
    a_paragraph_that_is_drawn_into_the_summary: replaced("article.md", "> Something began in Muscat.[^began]\n\n", "> Something began in Muscat.[^began]\n");
    double_brackets_around_a_table: replaced("story.toml", "[tip]", "[[tip]]");
    double_brackets_around_a_table_of_a_figure: added("story.toml", &table("[\"a\", \"b\"]").replace("[figure.table]", "[[figure.table]]"));
    a_text_for_a_place: replaced("actors.toml", "place = { name = \"Muscat\", point = [23.588, 58.383] }", "place = \"Muscat\"");
    a_point_with_decimal_commas: replaced("actors.toml", "[23.588, 58.383]", "[23,588, 58,383]");
    a_kind_that_is_none: replaced("actors.toml", "kind = \"state\"", "kind = \"country\"");
    a_region_that_is_not_closed: replaced("story.toml", "region = [12.0, 24.0, 43.0, 63.0]", "region = [12.0, 24.0, 43.0, 63.0");
    a_list_that_is_not_closed: replaced("claims.toml", "sources = [\"paper\"]", "sources = [\"paper\"\n\n[[claim]]\nid = \"two\"\nsays = \"Two.\"\nspeaker = \"A\"\nstatus = \"claimed\"\ndate = \"2026-02-06\"\nsources = [\"paper\"]\n");
    a_place_whose_brace_is_not_closed: replaced("actors.toml", "point = [23.588, 58.383] }", "point = [23.588, 58.383]");
    a_heading_without_a_space: added("article.md", "\n##More {#more}\n");
    a_table_without_its_rule: added("article.md", "\n| Who | What |\n| Oman | hosts[^began] |\n");
    a_row_of_a_table_with_too_many_cells: added("article.md", "\n| Who | What |\n|---|---|\n| Oman | hosts[^began] | and more |\n");
    an_article_updated_before_it_was_published: replaced("article.md", "as_of =", "updated = \"2026-02-07\"\nas_of =");
    a_cell_with_nothing_in_it: added("story.toml", &table("[\"a\", \"\"]"));
    an_actor_without_a_kind: replaced("actors.toml", "kind = \"state\"\n", "");
    a_list_of_numbers_without_a_comma: replaced("story.toml", "[12.0, 24.0, 43.0, 63.0]", "[12.0, 24.0 43.0, 63.0]");
    a_number_without_quotes_in_a_row: added("story.toml", &table("[\"Enriched to\", 3.67]"));
    a_row_with_too_few_cells: added("story.toml", &table("[\"a\"]"));
    a_table_without_rows: added("story.toml", "\n[[figure]]\nid = \"f\"\nquestion = \"How many?\"\n[figure.table]\ncolumns = [\"What\"]\n");
    a_value_that_is_no_number: added("story.toml", &chart("3,67", "2026-02-06"));
    a_limit_without_an_end: added("story.toml", &format!("{}[[figure.chart.limit]]\nvalue = \"2\"\nname = \"Cap\"\ndate = \"2026-02-06\"\nclaim = \"began\"\n", chart("3.67", "2026-02-06")));
    values_out_of_order: added("story.toml", &format!("{}[[figure.chart.value]]\nvalue = \"2\"\ndate = \"2026-02-05\"\ntext = \"Less.\"\nclaim = \"began\"\n", chart("3.67", "2026-02-06")));
    a_place_without_a_point: replaced("story.toml", "63.0]\n", "63.0]\n[[map.place]]\nid = \"sohar\"\nname = \"Sohar\"\ntext = \"A port.[^began]\"\n");
    a_place_that_is_not_there: replaced("article.md", "term:muscat", "place:muscat");
    a_stance_that_is_none: added("story.toml", "\n[reactions.stances]\nmediate = \"Mediated\"\n");
    a_correction_that_the_article_does_not_own_up_to: added("story.toml", &note("correction", "2026-02-09", ""));
    a_note_older_than_the_story: added("story.toml", &note("note", "2026-02-07", ""));
    a_note_beside_no_passage: added("story.toml", &note("note", "2026-02-08", "about = \"term:muscat\"\n"));
    an_unknown_word_in_braces: replaced("faq.md", "{#why}", "{#why as_off=2026-02-17}");
}

#[test]
fn all_mistakes_of_a_story_are_told_at_once() {
    let mut broken = replaced("article.md", "It went on", "It <b>went</b> on");
    broken.insert("claims.toml".into(), b"[[claim]]\nid = \"began\"\nspeeker = 1\n".to_vec());
    broken.remove("glossary.toml");
    broken
        .insert("timeline.toml".into(), replaced("timeline.toml", "2026-02-06", "2026-02-30")["timeline.toml"].clone());
    let problems = read_tiny(&broken).unwrap_err();
    let files: Vec<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    for file in ["article.md", "claims.toml", "timeline.toml", "glossary.toml"] {
        assert!(files.contains(&file), "{file} is among {files:?}");
    }
    assert!(problems.iter().filter(|problem| problem.file == "claims.toml").count() >= 5, "{problems:#?}");
}

#[test]
fn a_folder_that_cannot_be_an_address_is_refused() {
    for slug in ["My Story", "assets", "embed"] {
        let problems = backgrounder::reading::read(slug, &files(), &[slug]).unwrap_err();
        assert_eq!(problems[0].message, format!("`{slug}` cannot be the folder of a story"));
    }
}

#[test]
fn a_file_may_begin_with_a_mark_and_end_its_lines_as_on_windows() {
    let windows = files().into_iter().map(|(name, bytes)| {
        let text = format!("\u{feff}{}", String::from_utf8(bytes).unwrap().replace('\n', "\r\n"));
        (name, text.into_bytes())
    });
    let story = read_tiny(&windows.collect()).unwrap();
    assert_eq!(story.article.title, "A small story");
    assert_eq!(story.questions.len(), 1);
}

fn complaint_of_site(site: Option<&str>) -> String {
    let files: Files = site.map(|text| ("site.toml".to_owned(), text.as_bytes().to_vec())).into_iter().collect();
    let problems = backgrounder::reading::read_site(&files, &Known { stories: vec!["tiny"], ..Known::default() })
        .expect_err("the site is broken");
    report("stories", &files, &problems, Style::Plain, 100)
}

#[test]
fn mistakes_in_the_sites_own_file_are_told_in_the_same_way() {
    for (name, site) in [
        ("a_site_without_its_file", None),
        ("a_site_with_an_unknown_key", Some("name = \"Small\"\nflagship = \"tiny\"\nnmae = \"Smaller\"\n")),
        ("a_site_whose_flagship_is_not_there", Some("name = \"Small\"\nflagship = \"tyni\"\n")),
        ("a_site_that_is_not_toml", Some("name = Small\n")),
    ] {
        assert_is_expected(name, &complaint_of_site(site));
    }
}
