//! Every journey registers itself with one of these macros. In which engines it is made stands in `engines.toml`.

use std::pin::Pin;

use crate::support::browser::Engine;

/// A journey, by its path in this program.
pub struct Journey {
    pub path: &'static str,
    pub make: fn(Engine) -> Pin<Box<dyn Future<Output = ()>>>,
}

inventory::collect!(Journey);

impl Journey {
    /// The path within this program: `faq::typing_filters_the_questions`.
    pub fn name(&self) -> &'static str {
        self.path.split_once("::").map_or(self.path, |(_, name)| name)
    }
}

/// Journeys of one reader: `journeys!(FIXTURE; opens_by_click, …)` for `async fn opens_by_click(page: &Page)`.
#[macro_export]
macro_rules! journeys {
    ($setup:expr; $($name:ident),+ $(,)?) => {
        $crate::journey_with_engine!($($name: |engine| {
            Box::pin($crate::support::page::journey(engine, $setup, |page| Box::pin($name(page))))
        }),+);
    };
}

/// Journeys with something beside the page: `journeys_with!(with_isso, (1, IssoConfig::default()); a_like_counts, …)`.
#[macro_export]
macro_rules! journeys_with {
    ($with:ident, $setting:expr; $($name:ident),+ $(,)?) => {
        $crate::journey_with_engine!($($name: |engine| {
            Box::pin($with(engine, $setting, |pages, server| Box::pin($name(pages, server))))
        }),+);
    };
}

/// Journeys that open their browsers themselves: `journeys_of!(survives_a_kill)` for `async fn survives_a_kill(engine: Engine)`.
#[macro_export]
macro_rules! journeys_of {
    ($($name:ident),+ $(,)?) => {
        $crate::journey_with_engine!($($name: |engine| Box::pin($name(engine))),+);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! journey_with_engine {
    ($($name:ident: $make:expr),+) => {$(
        inventory::submit! {
            $crate::registry::Journey { path: concat!(module_path!(), "::", stringify!($name)), make: $make }
        }
    )+};
}
