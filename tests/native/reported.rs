//! What people of this trade have reported of other tools, by the rows of docs/complaints.md: nothing that was written is lost
//! or shown as something else without a word, what is said names the sign that is wrong, and the remedy mends it.
//!
//! Deliberately absent: what only a browser shows.

use backgrounder::prose::isolated;
use backgrounder::reading::{Files, Known, Site, Style, hints, read_for, report};
use backgrounder::site::draw;
use backgrounder::story::Slug;

use crate::mistakes::{assert_is_expected, assert_says};
use crate::printed::{atlas, printed};
use crate::tiny::{added, files, read_tiny, replaced};
use crate::units::with_counts;

/// A mistake, whose message stands in `mistakes/`, and the same text after the remedy.
struct Case {
    name: &'static str,
    wrong: Files,
    mended: Files,
}

/// A paragraph more in the article.
fn case(name: &'static str, wrong: &str, mended: &str) -> Case {
    let article = |text: &str| added("article.md", &format!("\n{text}\n"));
    Case { name, wrong: article(wrong), mended: article(mended) }
}

/// An event's title.
fn title(title: &str) -> Files {
    replaced("timeline.toml", "\"The beginning\"", &format!("\"{title}\""))
}

fn hold(cases: impl IntoIterator<Item = Case>) {
    for Case { name, wrong, mended } in cases {
        assert_says(name, &wrong);
        assert_eq!(read_tiny(&mended).err(), None, "{name}: the remedy mends it");
    }
}

#[test]
fn f01_a_year_or_a_day_at_the_start_of_a_line_is_no_number_of_a_list() {
    hold([
        case("a_year_that_begins_a_list", "1979. That was the year.[^began]", "1979\\. That was the year.[^began]"),
        case("a_day_that_begins_a_list", "6) February was a Friday.[^began]", "6\\) February was a Friday.[^began]"),
        case("a_list_that_jumps", "1. One.[^began]\n3. Three.[^began]", "1. One.[^began]\n2. Three.[^began]"),
    ]);
    let below = added("article.md", "\n- Points.[^began]\n    1. One.[^began]\n    2. Two.[^began]\n");
    assert_eq!(read_tiny(&below).err(), None, "below another item");
    let counted = added("article.md", "\n1. One.[^began]\n1. Two.[^began]\n1. Three.[^began]\n");
    assert_eq!(read_tiny(&counted).err(), None, "where all are 1, they are counted");
}

#[test]
fn f02_a_title_is_printed_as_it_is_typed() {
    for typed in ["1. FC Harbour wins", "# 10 Downing Street", "- 5 degrees", "*Titanic* sinks", "A <b> & a [c](d)"] {
        assert_eq!(read_tiny(&title(typed)).unwrap().events[0].title, typed);
    }
}

#[test]
fn f02_a_sign_that_html_writes_is_written_itself() {
    hold([Case { name: "an_entity_in_a_title", wrong: title("A &amp; B"), mended: title("A & B") }]);
    assert_eq!(read_tiny(&title("AT&T; and more")).unwrap().events[0].title, "AT&T; and more");
}

#[test]
fn f03_an_apostrophe_is_no_opening_mark() {
    for (typed, shown) in [
        ("It was the '90s", "It was the ’90s"),
        ("'Twas 6'2\\\" tall", "’Twas 6’2” tall"),
        ("The '90 people' came", "The ‘90 people’ came"),
        ("In '68 the drivers' union", "In ’68 the drivers’ union"),
    ] {
        assert_eq!(read_tiny(&title(typed)).unwrap().events[0].title, shown);
    }
}

#[test]
fn f04_f05_an_invisible_space_at_a_mark_is_named() {
    hold([
        case("a_no_break_space_behind_a_hyphen", "-\u{a0}One.[^began]", "- One.[^began]"),
        case("an_em_space_behind_a_star", "*\u{2003}One.[^began]", "* One.[^began]"),
        case("a_no_break_space_before_a_hyphen", "\u{a0}- One.[^began]", "- One.[^began]"),
        case("a_no_break_space_behind_a_heading", "###\u{a0}More\n\nMore.[^began]", "### More\n\nMore.[^began]"),
    ]);
    let typeset = added("article.md", "\n5.\u{a0}May, and 6\u{202f}505 of them.[^began]\n");
    assert_eq!(read_tiny(&typeset).err(), None, "in a text it is meant");
}

#[test]
fn f06_what_word_processors_begin_a_list_with_is_told() {
    hold([
        case("a_bullet", "• One.[^began]\n• Two.[^began]", "- One.[^began]\n- Two.[^began]"),
        case("a_dash_for_a_bullet", "– One.[^began]\n– Two.[^began]", "- One.[^began]\n- Two.[^began]"),
        case("a_mark_of_full_width", "＊ One.[^began]", "* One.[^began]"),
    ]);
    for text in
        ["— Yes, she said.", "★★★★☆ A fine tunnel.", "Lunch is $$–$$$ there.", "\"We told [vice-president] Ek.\""]
    {
        assert_eq!(read_tiny(&added("article.md", &format!("\n{text}[^began]\n"))).err(), None, "{text}");
    }
    let sentence = added("article.md", "\nThe talks\n– held in Muscat – went on.[^began]\n");
    assert_eq!(read_tiny(&sentence).err(), None, "a dash within a sentence may begin a line");
}

#[test]
fn f07_a_dash_in_place_of_a_rule_is_told() {
    let points = |rule: &str| added("article.md", &format!("\n{rule}\n\nMore.[^began]\n"));
    hold([
        Case { name: "a_dash_for_a_rule", wrong: points("—"), mended: points("---") },
        Case { name: "dashes_for_a_rule", wrong: points("– – –"), mended: points("---") },
        Case { name: "two_hyphens_for_a_rule", wrong: points("--"), mended: points("---") },
        Case { name: "a_rule_with_a_no_break_space", wrong: points("---\u{a0}"), mended: points("---") },
        case("a_line_that_looks_empty", "One.[^began]\n\u{a0}\nTwo.[^began]", "One.[^began]\n\nTwo.[^began]"),
    ]);
}

#[test]
fn f08_f09_what_other_tools_read_is_told_with_what_to_write_here() {
    hold([
        case("struck_out", "There were ~~9,000~~ 12,000.[^began]", "There were 12,000.[^began]"),
        case("marked_text", "It is ==small==.[^began]", "It is *small*.[^began]"),
        case("a_link_of_a_wiki", "The [[Port authority]] said so.[^began]", "The [port](actor:om) said so.[^began]"),
        case("a_placeholder", "It cost {{ price }}.[^began]", "It cost much.[^began]"),
        case("a_command_of_a_template", "{% include map.html %}", "See the map.[^began]"),
        case("a_box_of_another_tool", "::: warning\nIt is small.[^began]\n:::", "It is small.[^began]"),
        case("a_box_to_tick", "- [x] It is small.[^began]", "- It is small.[^began]"),
        case("an_abbreviation", "*[UN]: United Nations", "The [UN](term:muscat).[^began]"),
        case("a_table_of_contents", "[TOC]", "See above.[^began]"),
        case("stars_that_are_no_emphasis", "It was **very **small.[^began]", "It was **very** small.[^began]"),
        case("stars_within_words", "They said f**k and s**t.[^began]", "They said f\\*\\*k and s\\*\\*t.[^began]"),
        case("braces_of_a_lower_heading", "### Costs {#costs}\n\nMuch.[^began]", "### Costs\n\nMuch.[^began]"),
        case("a_claim_in_bare_brackets", "It began. [began][^began]", "It began.[^began]"),
        case(
            "a_link_without_words",
            "See [](https://example.org/a).[^began]",
            "See [it](https://example.org/a).[^began]",
        ),
        case("an_entity_of_a_sign_that_nobody_sees", "It be&#8203;gan.[^began]", "It began.[^began]"),
        case("a_mark_of_a_forum", "It is [b]small[/b].[^began]", "It is small.[^began]"),
        case("marks_of_full_width", "It is ＊small＊.[^began]", "It is *small*.[^began]"),
        case(
            "an_address_below_the_text",
            "See [the report][1].[^began]\n\n[1]: https://example.org/report",
            "See [the report](https://example.org/report).[^began]",
        ),
    ]);
    let links = added("article.md", "\n[!Kung](actor:om) and [[1]](https://example.org/a) say so.[^began]\n");
    assert_eq!(read_tiny(&links).err(), None, "the text of a link may have them");
    let sound = added("article.md", "\n~5,000 came, [they say](https://example.org/?q==a&b==c).[^began]\n");
    assert_eq!(read_tiny(&sound).err(), None, "an address may have such signs");
}

#[test]
fn f10_a_sign_that_nobody_sees_is_named_and_in_no_page() {
    let lost = |sign: char| added("article.md", &format!("\nIt{sign} went{sign} on.[^began]\n"));
    let sound = added("article.md", "\nIt went on.[^began]\n");
    for (name, sign) in [
        ("a_line_tabulation", '\u{b}'),
        ("a_zero_width_space", '\u{200b}'),
        ("a_letter_that_was_lost", '\u{fffd}'),
        ("a_bullet_of_a_font", '\u{f0b7}'),
        ("a_direction_that_is_forced", '\u{202e}'),
        ("a_line_separator", '\u{2028}'),
    ] {
        hold([Case { name, wrong: lost(sign), mended: sound.clone() }]);
    }
    hold([
        Case { name: "a_sign_that_toml_escapes", wrong: title("The\\u000B end"), mended: title("The end") },
        Case { name: "a_control_character_in_toml", wrong: title("The\u{1} end"), mended: title("The end") },
    ]);
}

/// A direction that does not end would turn round what follows.
#[test]
fn f10_a_direction_without_an_end_is_told() {
    hold([Case {
        name: "a_direction_without_an_end",
        wrong: title("\u{2067}عمان"),
        mended: title("\u{2067}عمان\u{2069}"),
    }]);
}

/// Lines as on very old computers.
#[test]
fn f10_a_file_of_one_line_is_told() {
    let old = files().into_iter().map(|(name, bytes)| match name.as_str() {
        "faq.md" => (name, String::from_utf8(bytes).unwrap().replace('\n', "\r").into_bytes()),
        _ => (name, bytes),
    });
    hold([Case { name: "a_file_of_one_line", wrong: old.collect(), mended: files() }]);
}

/// What formats a text, and signs of every script.
#[test]
fn f10_signs_that_are_meant_are_read() {
    for text in [
        "co\u{ad}operation",
        "می\u{200c}خواهم",
        "👩\u{200d}🚀",
        "\u{2068}عمان\u{2069}",
        "🏴\u{e0067}\u{e0062}\u{e007f}",
        "ˆ",
        "क्ष",
    ] {
        assert_eq!(read_tiny(&title(text)).unwrap().events[0].title, text);
    }
}

#[test]
fn f11_a_sign_that_looks_like_one_of_an_id_is_named() {
    let two = |claim: &str| {
        let mut files = added(
            "claims.toml",
            "\n[[claim]]\nid = \"tunnel-opened\"\nsays = \"It opened.\"\nspeaker = \"Nobody\"\nstatus = \"claimed\"\ndate = \"2026-02-06\"\nsources = [\"paper\"]\n",
        );
        files.get_mut("article.md").unwrap().extend(format!("\nIt opened.[^{claim}]\n").bytes());
        files
    };
    let term = |id: &str| {
        added("glossary.toml", &format!("\n[[term]]\nid = \"{id}\"\nname = \"Port\"\ndefinition = \"A port.\"\n"))
    };
    hold([
        Case {
            name: "a_reference_with_a_non_breaking_hyphen",
            wrong: two("tunnel\u{2011}opened"),
            mended: two("tunnel-opened"),
        },
        Case {
            name: "a_reference_with_a_soft_hyphen",
            wrong: two("tunnel-\u{ad}opened"),
            mended: two("tunnel-opened"),
        },
        Case { name: "an_id_with_a_non_breaking_hyphen", wrong: term("port\u{2011}city"), mended: term("port-city") },
        Case { name: "an_id_with_a_capital_letter", wrong: term("Port"), mended: term("port") },
        Case { name: "an_id_with_an_underscore", wrong: term("port_city"), mended: term("port-city") },
    ]);
}

#[test]
fn f12_numbers_are_read_as_other_countries_write_them() {
    for (printed, number) in [
        ("6\u{a0}505", 6505),
        ("6\u{2007}505", 6505),
        ("6'505", 6505),
        ("6’505", 6505),
        ("1,00,000", 100_000),
        ("12,34,56,789", 123_456_789),
    ] {
        let counts = read_tiny(&with_counts(&[(printed, "")])).unwrap().figures.remove(0);
        assert_eq!(counts.counts()[0].amount, number, "{printed}");
    }
    hold([Case {
        name: "digits_of_another_script",
        wrong: with_counts(&[("٦٥٠٥", "")]),
        mended: with_counts(&[("6505", "")]),
    }]);
}

#[test]
fn f13_a_count_that_is_less_than_nothing_is_refused() {
    let fewer = || with_counts(&[("1,200 fewer", "")]);
    hold([
        Case { name: "a_count_below_nothing", wrong: with_counts(&[("-1,200", "")]), mended: fewer() },
        Case {
            name: "a_count_behind_a_minus_sign",
            wrong: with_counts(&[("About \u{2212}1,200", "")]),
            mended: fewer(),
        },
    ]);
    assert_eq!(read_tiny(&with_counts(&[("Mid-20", "")])).err(), None, "a hyphen joins two words");
}

/// W04: an http server on an https site.
#[test]
fn w04_a_comment_server_that_no_browser_reaches_is_told() {
    let on = |address: &str, server: &str| {
        let site = Site { name: "Small".into(), flagship: Slug::new("tiny"), address: Some(address.into()) };
        let files = replaced("story.toml", "[comments]\n", &format!("[comments]\nserver = \"{server}\"\n"));
        let known = Known { stories: vec!["tiny"], ..Known::default() };
        read_for(&site, "tiny", &files, &known)
            .err()
            .map(|problems| report("stories/tiny", &files, &problems, Style::Plain, 100))
    };
    let told = on("https://news.example/", "http://comments.news.example").expect("it is told");
    assert_is_expected("a_comment_server_that_no_browser_reaches", &told);
    assert!(on("https://news.example/", "http://localhost.example.org").is_some(), "it only begins so");
    for (address, server) in [
        ("https://news.example/", "https://comments.news.example"),
        ("http://news.example/", "http://comments.news.example"),
        ("https://news.example/", "http://127.0.0.1:8000"),
        ("https://news.example/", "http://localhost"),
    ] {
        assert_eq!(on(address, server), None, "{server} from {address}");
    }
}

/// N01: names written from right to left inside lists.
#[test]
fn n01_a_name_in_the_other_direction_stands_apart() {
    for (name, shown) in
        [("Muscat", "Muscat"), ("مسقط", "\u{2068}مسقط\u{2069}"), ("ירושלים 2", "\u{2068}ירושלים 2\u{2069}")]
    {
        assert_eq!(isolated(name), shown);
    }
    let place = |name: &str| {
        format!(
            "places = [{{ name = \"{name}\", point = [23.588, 58.383] }}, {{ name = \"Sohar\", point = [24.3, 56.7] }}]"
        )
    };
    let files = replaced(
        "timeline.toml",
        &place("Muscat").replace(", { name = \"Sohar\", point = [24.3, 56.7] }", ""),
        &place("مسقط"),
    );
    let html = printed(read_tiny(&files).unwrap());
    assert!(html.contains("\u{2068}مسقط\u{2069}, Sohar"), "the order of the list is kept");
}

fn event(id: &str, date: &str) -> Files {
    added(
        "timeline.toml",
        &format!(
            "\n[[event]]\nid = \"{id}\"\nera = \"days\"\ndate = \"{date}\"\ntitle = \"More\"\ntext = \"It went on.\"\nsources = [\"paper\"]\n"
        ),
    )
}

/// T06: a year after a day of that year.
#[test]
fn t06_a_year_may_follow_a_day_of_it() {
    assert_eq!(read_tiny(&event("later", "2026")).err(), None);
    assert_eq!(read_tiny(&event("later", "2026-02")).err(), None);
    // A vaguer date of another era does not forget the one before.
    let mut eras = event("later", "2026");
    eras.get_mut("timeline.toml").unwrap().extend("\n[[era]]\nid = \"nights\"\ntitle = \"Nights\"\n\n[[event]]\nid = \"night\"\nera = \"nights\"\ndate = \"2026\"\ntitle = \"A night\"\ntext = \"It was dark.\"\nsources = [\"paper\"]\n\n[[event]]\nid = \"dawn\"\nera = \"nights\"\ndate = \"2026-01-01\"\ntitle = \"Dawn\"\ntext = \"It was grey.\"\nsources = [\"paper\"]\n".bytes());
    let told = read_tiny(&eras).expect_err("a day before");
    assert_eq!(told[0].message, "the event `dawn` is out of order");
    hold([Case { name: "a_year_that_is_over", wrong: event("later", "2025"), mended: event("later", "2026") }]);
}

/// T07: two periods that overlap.
#[test]
fn t07_an_era_within_another_is_told_how_to_be_written() {
    let eras = |era: &str| {
        let mut files = event("later", "2026-02-07");
        files.get_mut("timeline.toml").unwrap().extend(format!("\n[[era]]\nid = \"nights\"\ntitle = \"Nights\"\n\n[[event]]\nid = \"night\"\nera = \"nights\"\ndate = \"2026-02-07\"\ntitle = \"A night\"\ntext = \"It was dark.\"\nsources = [\"paper\"]\n\n[[event]]\nid = \"day\"\nera = \"{era}\"\ndate = \"2026-02-08\"\ntitle = \"A day\"\ntext = \"It was light.\"\nsources = [\"paper\"]\n").bytes());
        files
    };
    hold([Case { name: "eras_that_overlap", wrong: eras("days"), mended: eras("nights") }]);
}

/// T08: dates as people write them.
#[test]
fn t08_a_date_as_people_write_it_is_told_how_to_be_written() {
    for (written, meant) in [
        ("6 February 2026", "2026-02-06"),
        ("February 6th, 2026", "2026-02-06"),
        ("Feb. 2026", "2026-02"),
        ("13/2/2026", "2026-02-13"),
        ("2/13/2026", "2026-02-13"),
        ("13.02.2026", "2026-02-13"),
        ("2026/02/13", "2026-02-13"),
        ("the 1990s", "1990/1999"),
        ("1990s", "1990/1999"),
        ("Spring 2026", "2026-03/2026-05"),
        ("circa 1990", "about 1990"),
        ("c. 1990", "about 1990"),
        ("~1990", "about 1990"),
        ("1990?", "about 1990"),
        ("about 6 Feb 2026", "about 2026-02-06"),
    ] {
        let dated = |date: &str| replaced("timeline.toml", "2026-02-06", date);
        let problems = read_tiny(&dated(written)).expect_err(written);
        assert_eq!(problems.len(), 1, "{written}: {problems:?}");
        assert_eq!(problems[0].message, format!("`{written}` is not a date"));
        assert_eq!(problems[0].remedy, format!("write {meant}"), "{written}");
        assert_eq!(read_tiny(&dated(meant)).err(), None, "{meant}");
    }
    for unknown in ["31 June 2026", "winter 2025", "3/4/2026", "1900s", ">1850", "1850–", "2025/", "../2025"] {
        let problems = read_tiny(&replaced("timeline.toml", "2026-02-06", unknown)).expect_err(unknown);
        assert!(
            problems[0].remedy.starts_with("write 2026-02-06, 2026-02 or 2026"),
            "{unknown}: {}",
            problems[0].remedy
        );
    }
    let month =
        read_tiny(&replaced("article.md", "as_of = \"2026-02-08\"", "as_of = \"February 2026\"")).expect_err("no day");
    assert_eq!(month[0].remedy, "write the whole day, as in 2026-02-06");
    hold([Case {
        name: "a_date_of_which_nobody_knows_the_month",
        wrong: replaced("timeline.toml", "2026-02-06", "3/4/2026"),
        mended: replaced("timeline.toml", "2026-02-06", "2026-04-03"),
    }]);
}

/// M06: a point with its numbers swapped, and one at 0, 0.
#[test]
fn m06_a_point_that_nobody_meant_is_told() {
    let at = |point: &str| replaced("timeline.toml", "[23.588, 58.383]", point);
    hold([Case { name: "a_point_at_nought", wrong: at("[0, 0]"), mended: at("[23.588, 58.383]") }]);
    let told = |point: &str| -> Vec<String> {
        hints("tiny", &at(point), &Files::new())
            .into_iter()
            .map(|hint| format!("{}:{:?}: {}", hint.file, hint.lines, hint.words))
            .collect()
    };
    assert_eq!(told("[23.588, 58.383]"), Vec::<String>::new());
    assert_eq!(
        told("[58.383, 23.588]"),
        [
            "timeline.toml:[12]: Muscat at [58.383, 23.588] is off the map, and with its numbers the other way round it would be on it; the latitude comes first"
        ]
    );
}

/// T04: a range to 9999.
#[test]
fn t04_a_range_without_an_end_is_told_how_to_be_written() {
    let until = |date: &str| replaced("timeline.toml", "2026-02-06", date);
    hold([Case { name: "a_range_without_an_end", wrong: until("2026-02-06/9999"), mended: until("2026-02-06") }]);
}

/// M02: a code that the news uses and ISO has not.
#[test]
fn m02_a_code_that_is_in_no_list_is_told_the_way() {
    let coded = |code: &str| replaced("actors.toml", "iso = \"OM\"", &format!("iso = \"{code}\""));
    hold([Case { name: "a_code_of_the_news", wrong: coded("UK"), mended: coded("GB") }]);
    let organisation = replaced("actors.toml", "kind = \"state\"\niso = \"OM\"", "kind = \"organisation\"");
    hold([Case { name: "a_code_that_is_in_no_list", wrong: coded("XK"), mended: organisation }]);
}

/// M03: a state too small for the atlas, without a point.
#[test]
fn m03_a_state_that_the_atlas_has_not_needs_a_point() {
    let point = "place = { name = \"Muscat\", point = [23.588, 58.383] }\n";
    let without = |code: &str| {
        let text = String::from_utf8(files()["actors.toml"].clone()).unwrap();
        let mut files = files();
        files.insert(
            "actors.toml".into(),
            text.replace(point, "").replace("\"OM\"", &format!("\"{code}\"")).into_bytes(),
        );
        files
    };
    let with = replaced("actors.toml", "iso = \"OM\"", "iso = \"TV\"");
    hold([Case { name: "a_state_that_is_too_small", wrong: without("TV"), mended: with }]);
    let atlas = atlas();
    for country in isocountry::CountryCode::iter() {
        let number = u16::try_from(country.numeric_id()).unwrap();
        let is_drawn = atlas.has(number);
        assert_eq!(read_tiny(&without(country.alpha2())).is_ok(), is_drawn, "{}", country.name());
    }
}

/// M05: two towns of one name.
#[test]
fn m05_two_towns_of_one_name_are_two_marks() {
    let mut files = event("later", "2026-02-07");
    let place = |point: &str| format!("places = [{{ name = \"Muscat\", point = {point} }}]\n");
    files.get_mut("timeline.toml").unwrap().extend(place("[14.5, 49.1]").bytes());
    let scenes = draw(&atlas(), &read_tiny(&files).unwrap()).region.scenes;
    assert_eq!(scenes.iter().map(|scene| scene.name.as_str()).collect::<Vec<_>>(), ["Muscat", "Muscat"]);
    assert!((scenes[0].x - scenes[1].x).abs() > 20.0, "each where it is");
    let mut near = event("later", "2026-02-07");
    near.get_mut("timeline.toml").unwrap().extend(place("[23.6, 58.4]").bytes());
    assert_eq!(draw(&atlas(), &read_tiny(&near).unwrap()).region.scenes.len(), 1, "one town may have two points");
}

/// M08: an actor whose name is a part of another's.
#[test]
fn m08_the_longest_name_alone_is_meant() {
    let actor = "\n[[actor]]\nid = \"north\"\nname = \"Northern Oman\"\nkind = \"organisation\"\n";
    let about = |text: &str| {
        let mut files = added("actors.toml", actor);
        files.get_mut("article.md").unwrap().extend(format!("\n{text}[^began]\n").bytes());
        let claims = String::from_utf8(files["claims.toml"].clone()).unwrap().replace("actor = \"om\"\n", "");
        files.insert("claims.toml".into(), claims.into_bytes());
        let html = printed(read_tiny(&files).unwrap());
        let (before, _) = html.split_once(text).expect("the passage is there");
        before.rsplit("data-about=\"").next().unwrap().split('"').next().unwrap().to_owned()
    };
    assert_eq!(about("People of Northern Oman came."), "north");
    assert_eq!(about("People of Oman came."), "om");
    assert_eq!(about("Northern Oman and Oman came."), "north om");
}

/// A text that somebody has pasted, or a cat: reading it ends, and tells no more than can be mended. (What took as long as its
/// length squared would not end.)
#[test]
fn long_lines_of_one_sign_are_told_soon() {
    for sign in ["[", "[a](", "](", "'", "{", "[^", "[[a ", "{%a ", "**", "\u{2022} a\n\n"] {
        let files = added("article.md", &format!("\n{}\n", sign.repeat(50_000 / sign.len())));
        let problems = read_tiny(&files).err().unwrap_or_default();
        assert!(problems.len() <= 110, "{sign}: {}", problems.len());
    }
}
