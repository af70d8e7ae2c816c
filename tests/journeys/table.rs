//! The table that says of each journey in which engines it is made, and why.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::registry::Journey;
use crate::support::browser::Engine;
use crate::support::root;

/// Journeys that run in the same engines for the same reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// A sentence.
    #[allow(dead_code)]
    pub why: String,
    pub engines: Vec<Name>,
    pub journeys: Vec<String>,
}

/// An engine as the table has it.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub enum Name {
    Chromium,
    Firefox,
    WebKit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    group: Vec<Group>,
}

impl Name {
    fn engine(self) -> Engine {
        match self {
            Self::Chromium => Engine::Chromium,
            Self::Firefox => Engine::Firefox,
            Self::WebKit => Engine::WebKit,
        }
    }
}

/// A journey in one of its engines.
pub struct Planned {
    pub journey: &'static Journey,
    pub engine: Engine,
}

impl Planned {
    /// The name by which it is run alone: `faq::typing_filters_the_questions::in_firefox`.
    pub fn name(&self) -> String {
        format!("{}::in_{}", self.journey.name(), format!("{:?}", self.engine).to_lowercase())
    }
}

/// All journeys in the order of the table, or what does not agree between it and the program.
pub fn planned() -> Result<Vec<Planned>, String> {
    let text =
        std::fs::read_to_string(root().join("tests/journeys/engines.toml")).map_err(|error| error.to_string())?;
    let table: Table = toml::from_str(&text).map_err(|error| error.to_string())?;
    let known: BTreeMap<&str, &Journey> =
        inventory::iter::<Journey>.into_iter().map(|journey| (journey.name(), journey)).collect();
    disagreements(&table.group, &known)?;
    let each = |group: &Group| -> Vec<Planned> {
        let journeys = group.journeys.iter().map(|name| known[name.as_str()]);
        journeys
            .flat_map(|journey| group.engines.iter().map(move |name| Planned { journey, engine: name.engine() }))
            .collect()
    };
    Ok(table.group.iter().flat_map(each).collect())
}

fn disagreements(groups: &[Group], known: &BTreeMap<&str, &Journey>) -> Result<(), String> {
    let mut rows = BTreeSet::new();
    let mut wrong = Vec::new();
    for name in groups.iter().flat_map(|group| &group.journeys) {
        if !rows.insert(name.as_str()) {
            wrong.push(format!("`{name}` stands twice; keep one of the two"));
        }
        if !known.contains_key(name.as_str()) {
            wrong.push(format!("there is no journey `{name}`; correct its name or take it out"));
        }
    }
    for group in groups {
        let named = |engine: &Name| group.engines.iter().filter(|other| *other == engine).count();
        if group.engines.is_empty() || group.engines.iter().any(|engine| named(engine) > 1) {
            wrong.push(format!("`engines = {:?}`: name at least one engine, and each once", group.engines));
        }
    }
    let all = inventory::iter::<Journey>.into_iter();
    let twice = all.filter(|journey| !std::ptr::eq(*journey, known[journey.name()]));
    wrong.extend(twice.map(|journey| format!("`{}` is registered twice; take one out", journey.name())));
    let missing = known.keys().filter(|name| !rows.contains(*name));
    wrong.extend(missing.map(|name| format!("`{name}` is missing; add it where its engines are")));
    if wrong.is_empty() { Ok(()) } else { Err(format!("tests/journeys/engines.toml: {}", wrong.join("\n  "))) }
}
