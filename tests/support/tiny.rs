//! A story that is as small as a story can be, to be broken by tests.

use backgrounder::reading::{FILES, Files, Problem, Style, read, report};
use backgrounder::story::Story;

const ARTICLE: &str = "\
+++
title = \"A small story\"
kicker = \"Small\"
standfirst = \"It says very little.\"
byline = \"Nobody\"
published = \"2026-02-08\"
as_of = \"2026-02-08\"
language = \"en\"
+++

## It began {#began}

> Something began in Muscat.[^began]

Something began in [Muscat](term:muscat), says [Oman](actor:om).[^began]

It went on, as [we answer](faq:why) and as [the timeline](event:beginning) says.[^began]
";

const FAQ: &str = "\
## Why is it small? {#why}

So that it can be broken.[^began]
";

const CLAIMS: &str = "\
[[claim]]
id = \"began\"
says = \"Something began.\"
speaker = \"A minister of Oman\"
actor = \"om\"
status = \"reported\"
date = \"2026-02-06\"
sources = [\"paper\"]
";

const SOURCES: &str = "\
[[source]]
id = \"paper\"
publisher = \"A paper\"
title = \"A report\"
url = \"https://example.org/report\"
";

const TIMELINE: &str = "\
[[era]]
id = \"days\"
title = \"Days\"

[[event]]
id = \"beginning\"
era = \"days\"
date = \"2026-02-06\"
title = \"The beginning\"
text = \"It began.\"
actors = [\"om\"]
places = [{ name = \"Muscat\", point = [23.588, 58.383] }]
sources = [\"paper\"]
";

const ACTORS: &str = "\
[[actor]]
id = \"om\"
name = \"Oman\"
kind = \"state\"
iso = \"OM\"
place = { name = \"Muscat\", point = [23.588, 58.383] }

[[actor.reaction]]
stance = \"mediates\"
date = \"2026-02-06\"
text = \"It hosted.[^began]\"
";

const GLOSSARY: &str = "\
[[term]]
id = \"muscat\"
name = \"Muscat\"
definition = \"A capital.\"
";

const STORY: &str = "\
[tip]
text = \"Look closer.[^began]\"

[did_you_know]
text = \"It is small.[^began]\"

[map]
region = [12.0, 24.0, 43.0, 63.0]

[provenance]
text = \"It rests on little.\"

[comments]
prompt = \"What now?\"
";

/// The files of the small story.
pub fn files() -> Files {
    let texts = [ARTICLE, FAQ, CLAIMS, SOURCES, TIMELINE, ACTORS, GLOSSARY, STORY];
    FILES.iter().zip(texts).map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

/// The small story with one passage of a file replaced.
pub fn replaced(file: &str, from: &str, to: &str) -> Files {
    let mut files = files();
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in {file}");
    files.insert(file.into(), text.replace(from, to).into_bytes());
    files
}

/// The small story with something added at the end of a file.
pub fn added(file: &str, text: &str) -> Files {
    let mut files = files();
    files.get_mut(file).unwrap().extend(text.as_bytes());
    files
}

pub fn read_tiny(files: &Files) -> Result<Story, Vec<Problem>> {
    read("tiny", files, &["tiny"])
}

/// What an editor sees.
pub fn complaint(files: &Files) -> String {
    let problems = read_tiny(files).expect_err("the story is broken");
    report("stories/tiny", files, &problems, Style::Plain, 100)
}
